package dev.fluxion.rules.collections.collectors;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Collectors that put the elements into a collection, a map or a text. */
@Rules(of = Collectors.class)
@SuppressWarnings("unused")
public final class ContainerCollectors {

    private ContainerCollectors() {}

    @Replacement(of = "toCollection")
    static <T, C extends Collection<T>> Collector<T, ?, C> toCollection(Supplier<C> factory) {
        return new PlainCollector<T, C, C>(
                factory,
                (all, element) -> all.add(element),
                (left, right) -> joined(left, right),
                all -> all,
                Set.of(Collector.Characteristics.IDENTITY_FINISH),
                true);
    }

    private static <T, C extends Collection<T>> C joined(C left, C right) {
        left.addAll(right);
        return left;
    }

    @Replacement(of = "toList")
    static <T> Collector<T, ?, List<T>> toList() {
        return toCollection(() -> new ArrayList<T>());
    }

    @Replacement(of = "toUnmodifiableList")
    static <T> Collector<T, ?, List<T>> toUnmodifiableList() {
        return new PlainCollector<T, List<T>, List<T>>(
                () -> new ArrayList<>(),
                (all, element) -> all.add(element),
                (left, right) -> joined(left, right),
                all -> List.copyOf(all),
                true);
    }

    @Replacement(of = "toSet")
    static <T> Collector<T, ?, Set<T>> toSet() {
        return new PlainCollector<T, Set<T>, Set<T>>(
                () -> new HashSet<>(),
                (all, element) -> all.add(element),
                (left, right) -> joined(left, right),
                all -> all,
                Set.of(Collector.Characteristics.UNORDERED, Collector.Characteristics.IDENTITY_FINISH),
                true);
    }

    @Replacement(of = "toUnmodifiableSet")
    static <T> Collector<T, ?, Set<T>> toUnmodifiableSet() {
        return new PlainCollector<T, Set<T>, Set<T>>(
                () -> new HashSet<>(),
                (all, element) -> all.add(element),
                (left, right) -> joined(left, right),
                all -> Set.copyOf(all),
                Set.of(Collector.Characteristics.UNORDERED),
                true);
    }

    @Replacement(of = "joining")
    static Collector<CharSequence, ?, String> joining() {
        return new PlainCollector<CharSequence, StringBuilder, String>(
                () -> new StringBuilder(),
                (text, element) -> text.append(element),
                (left, right) -> left.append(right),
                text -> text.toString(),
                true);
    }

    @Replacement(of = "joining")
    static Collector<CharSequence, ?, String> joining(CharSequence delimiter) {
        return joining(delimiter, "", "");
    }

    @Replacement(of = "joining")
    static Collector<CharSequence, ?, String> joining(
            CharSequence delimiter, CharSequence prefix, CharSequence suffix) {
        return new PlainCollector<CharSequence, StringJoiner, String>(
                () -> new StringJoiner(delimiter, prefix, suffix),
                (text, element) -> text.add(element),
                (left, right) -> left.merge(right),
                text -> text.toString(),
                true);
    }
}
