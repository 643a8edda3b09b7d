package dev.fluxion.transform.range;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.analysis.Loops;
import dev.fluxion.ir.analysis.Place;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.text.Parser;
import dev.fluxion.ir.text.Printer;
import dev.fluxion.ir.verify.Verifier;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class LaterStoresTest {

    private static final int SEEDS = Integer.getInteger("seeds", 3_000);

    @Test
    void whatIsSaidToStayStays() {
        int stays = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomNest nest = new RandomNest(seed);
            Function function = Verifier.check(nest.function());
            Set<String> hit = new HashSet<>();
            for (int n : new int[] {0, 1, 3, 5}) {
                hit.addAll(loadsOverwrittenLater(nest, n));
            }
            for (var load : mayBeHit(function).entrySet()) {
                if (!load.getValue()) {
                    stays++;
                    assertThat(hit).as(() -> Printer.print(function)).doesNotContain(load.getKey());
                }
            }
        }
        assertThat(stays).isGreaterThan(SEEDS / 20);
    }

    private static Set<String> loadsOverwrittenLater(RandomNest nest, int n) {
        Map<Integer, Set<String>> loaded = new HashMap<>();
        Set<String> hit = new HashSet<>();
        nest.run(
                n,
                (name, index) -> {
                    if (name.startsWith("l")) {
                        loaded.computeIfAbsent(index, key -> new HashSet<>()).add(name);
                    } else {
                        hit.addAll(loaded.getOrDefault(index, Set.of()));
                    }
                });
        return hit;
    }

    private static Map<String, Boolean> mayBeHit(Function function) {
        Cfg cfg = Cfg.of(function);
        Dominators dominators = Dominators.of(cfg);
        LaterStores stores = new LaterStores(cfg, dominators, Loops.of(dominators), Definitions.of(function));
        Map<String, Boolean> result = new HashMap<>();
        for (Block block : cfg.blocks()) {
            List<Statement> statements = block.statements();
            for (int i = 0; i < statements.size(); i++) {
                if (statements.get(i).op() instanceof Op.ArrayLoad load) {
                    Place place = new Place(block.label(), i);
                    String name = statements.get(i).result().name();
                    result.put(name, stores.mayHit(place, load.array(), load.index(), store -> true));
                }
            }
        }
        return result;
    }

    @Test
    void factorsOfAFactorisationInPlaceStay() {
        String text =
                """
                func @lu(%a: f64[]) {
                ^entry:
                    br ^hk(0)
                ^hk(%k: i32):
                    %ck = lt %k, 32
                    br_if %ck, ^bk, ^end
                ^bk:
                    %k1 = add %k, 1
                    %rk = mul %k, 32
                    br ^hi(%k1)
                ^hi(%i: i32):
                    %ci = lt %i, 32
                    br_if %ci, ^bi, ^lk
                ^bi:
                    %ri = mul %i, 32
                    %ik = add %ri, %k
                    %kk = add %rk, %k
                    %l = load f64 %a[%ik]
                    %p = load f64 %a[%kk]
                    %f = div %l, %p
                    store f64 %a[%ik], %f
                    br ^hj(%k1)
                ^hj(%j: i32):
                    %cj = lt %j, 32
                    br_if %cj, ^bj, ^li
                ^bj:
                    %ij = add %ri, %j
                    %kj = add %rk, %j
                    %x = load f64 %a[%ij]
                    %u = load f64 %a[%kj]
                    %again = load f64 %a[%ik]
                    %s = mul %f, %u
                    %y = sub %x, %s
                    store f64 %a[%ij], %y
                    %j1 = add %j, 1
                    br ^hj(%j1)
                ^li:
                    %i1 = add %i, 1
                    br ^hi(%i1)
                ^lk:
                    br ^hk(%k1)
                ^end:
                    ret
                }
                """;
        Function function = Verifier.check(Parser.parseProgram(text).functions().get("lu"));
        assertThat(mayBeHit(function)).isEqualTo(Map.of("l", true, "p", false, "x", true, "u", false, "again", false));
    }

    private static Function rows(String exchange) {
        String text =
                """
                func @rows(%n: i32) {
                ^entry:
                    %m = new_array f64[][] (8, 8)
                    br ^h(1)
                ^h(%i: i32):
                    %c = lt %i, 8
                    br_if %c, ^b, ^end
                ^b:
                    %before = sub %i, 1
                    %upper = load f64[] %m[%before]
                    %lower = load f64[] %m[%i]
                    %x = load f64 %upper[%n]
                    store f64 %lower[%n], %x
                    EXCHANGE
                    %next = add %i, 1
                    br ^h(%next)
                ^end:
                    ret
                }
                """;
        return Verifier.check(Parser.parseProgram(text.replace("EXCHANGE", exchange)).functions().get("rows"));
    }

    @Test
    void rowsOfAMatrixAreDifferentArrays() {
        assertThat(mayBeHit(rows(""))).containsEntry("x", false);
    }

    @Test
    void rowsThatAreExchangedMayBeOneArray() {
        assertThat(mayBeHit(rows("store f64[] %m[%i], %upper"))).containsEntry("x", true);
    }
}
