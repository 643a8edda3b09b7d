package dev.fluxion.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.rules.audit.Book;
import dev.fluxion.engine.rules.audit.Ledger;
import dev.fluxion.engine.rules.audit.deep.Vault;
import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.OptOut;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Refused;
import dev.fluxion.rule.Rules;

import org.junit.jupiter.api.Test;

/** What is said of all classes of a package. */
class PackageRulesTest {

    private static final String AUDIT = "dev.fluxion.engine.rules.audit";

    @Rules(ofPackages = AUDIT)
    @NonDifferentiable
    static final class OfPackage {
        private OfPackage() {}
    }

    @Rules(ofPackages = AUDIT + ".**")
    @NonDifferentiable
    static final class OfAllBelow {
        private OfAllBelow() {}
    }

    @Rules(ofPackages = "dev.fluxion.engine.rules.au")
    @NonDifferentiable
    static final class OfNoPackage {
        private OfNoPackage() {}
    }

    @Rules(ofPackages = AUDIT)
    @NonDifferentiable(of = "tripled")
    static final class OfOneName {
        private OfOneName() {}
    }

    @Rules(of = Ledger.class)
    static final class LedgerRules {
        private LedgerRules() {}

        @Partial(of = "squared", wrt = 0)
        static double squared(double x, double y) {
            return 100;
        }
    }

    @Rules(ofPackages = AUDIT + ".**")
    @OptOut
    static final class WithoutRules {
        private WithoutRules() {}
    }

    @Rules(ofPackages = AUDIT + ".deep")
    @Refused(because = "a vault is closed", instead = "asking somebody else", of = "locked")
    static final class RefusedBelow {
        private RefusedBelow() {}
    }

    @Rules(of = Book.class)
    static final class BookRules {
        private BookRules() {}

        @Partial(of = "booked", wrt = 1)
        static double booked(Book book, double x, double y) {
            return 100;
        }
    }

    private static Differentiator with(Class<?>... rules) {
        return Fluxion.builder().rules(rules).build();
    }

    private static double slope(Differentiator ad, DoubleFn f) {
        return ad.derivative(f).applyAsDouble(2);
    }

    @Test
    void classesOfThePackageAreNotDifferentiated() {
        Differentiator ad = with(OfPackage.class);
        assertThat(slope(ad, x -> Ledger.tripled(x) + x)).isEqualTo(1);
        Ledger ledger = new Ledger();
        assertThat(slope(ad, x -> ledger.booked(x) + x)).isEqualTo(1);
        assertThat(slope(ad, x -> Vault.locked(x))).isEqualTo(5);
        assertThat(slope(with(OfNoPackage.class), x -> Ledger.tripled(x))).isEqualTo(3);
    }

    @Test
    void packagesBelowAreMeantWhereThatIsSaid() {
        Differentiator ad = with(OfAllBelow.class);
        assertThat(slope(ad, x -> Ledger.tripled(x) + Vault.locked(x) + x)).isEqualTo(1);
    }

    @Test
    void namesChooseMethods() {
        Differentiator ad = with(OfOneName.class);
        assertThat(slope(ad, x -> Ledger.tripled(x) + Ledger.squared(x))).isEqualTo(4);
    }

    @Test
    void ruleOfTheClassWinsOverThatOfItsPackage() {
        Differentiator ad = with(OfAllBelow.class, LedgerRules.class);
        assertThat(slope(ad, x -> Ledger.tripled(x) + Ledger.squared(x))).isEqualTo(100);
    }

    @Test
    void nearerPackageWins() {
        Differentiator ad = with(OfAllBelow.class, RefusedBelow.class);
        assertThat(slope(ad, x -> Ledger.tripled(x) + x)).isEqualTo(1);
        assertThatThrownBy(() -> slope(ad, x -> Vault.locked(x)))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("a vault is closed");
    }

    @Test
    void packageThatOptsOutWinsOverAllRules() {
        Differentiator ad = with(LedgerRules.class, OfPackage.class, WithoutRules.class);
        assertThat(slope(ad, x -> Ledger.squared(x) + Ledger.tripled(x))).isEqualTo(4 + 3);
    }

    @Test
    void receiverDecidesBetweenAPackageAndTheRuleOfAnInterface() {
        Book ledger = new Ledger();
        Book other = new Other();
        Differentiator ad = with(BookRules.class, WithoutRules.class);
        // Book is in the package as well, so that it is without its rule
        assertThat(slope(ad, x -> ledger.booked(x))).isEqualTo(4);
        assertThat(slope(ad, x -> other.booked(x))).isEqualTo(6);
        Kept kept = new Ledgers();
        Differentiator kepts = with(KeptRules.class, OfHere.class);
        assertThat(slope(kepts, x -> kept.kept(x))).isZero();
        assertThat(slope(kepts, x -> new Ledgers().kept(x))).isZero();
    }

    static final class Other implements Book {
        @Override
        public double booked(double x) {
            return 6 * x;
        }
    }

    /** Stands for a type of another package: its own rule is nearer than that of the package. */
    interface Kept {
        double kept(double x);
    }

    static final class Ledgers implements Kept {
        @Override
        public double kept(double x) {
            return 6 * x;
        }
    }

    @Rules(of = Kept.class)
    static final class KeptRules {
        private KeptRules() {}

        @Partial(of = "kept", wrt = 1)
        static double kept(Kept kept, double x, double y) {
            return 100;
        }
    }

    @Rules(ofPackages = "dev.fluxion.engine.rules")
    @NonDifferentiable(of = "kept")
    static final class OfHere {
        private OfHere() {}
    }

    @Test
    void otherInstancesDoNotSeeThem() {
        DoubleFn f = x -> Ledger.tripled(x);
        assertThat(slope(with(OfPackage.class), f)).isZero();
        assertThat(Fluxion.gradient(f, 2.0)).isEqualTo(3);
        assertThat(slope(with(LedgerRules.class), f)).isEqualTo(3);
    }

    @Rules
    @NonDifferentiable
    static final class OfNothing {
        private OfNothing() {}
    }

    @Rules(ofPackages = "dev/fluxion/*")
    @NonDifferentiable
    static final class Malformed {
        private Malformed() {}
    }

    @Rules(ofPackages = AUDIT)
    static final class Formula {
        private Formula() {}

        @Partial(of = "tripled", wrt = 0)
        static double tripled(double x, double y) {
            return 3;
        }
    }

    @Rules(ofPackages = AUDIT)
    @MovesReferences
    static final class Movers {
        private Movers() {}
    }

    @Test
    void rulesForNothingAreRefused() {
        assertThatThrownBy(() -> with(OfNothing.class).gradient(x -> x, 1.0))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("[FX-0405] the class " + OfNothing.class.getName() + " has rules for no class")
                .hasMessageContaining("its @Rules names none");
        assertThatThrownBy(() -> with(Malformed.class).gradient(x -> x, 1.0))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("\"dev/fluxion/*\" in its @Rules is the name of none");
        for (Class<?> rules : new Class<?>[] {Formula.class, Movers.class}) {
            assertThatThrownBy(() -> with(rules).gradient(x -> x, 1.0))
                    .isInstanceOf(NotDifferentiableException.class)
                    .hasMessageContaining("its @Rules names packages alone");
        }
    }

    @Test
    void twoRulesForOnePackageAreAnError() {
        assertThatThrownBy(() -> with(OfPackage.class, SecondOfPackage.class).gradient(x -> x, 1.0))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("[FX-0404] two rules for all methods of " + AUDIT);
    }

    @Rules(ofPackages = AUDIT)
    @NonDifferentiable
    static final class SecondOfPackage {
        private SecondOfPackage() {}
    }
}
