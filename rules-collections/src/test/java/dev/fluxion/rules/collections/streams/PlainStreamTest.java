package dev.fluxion.rules.collections.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A stream in plain Java against the JDK's own. */
class PlainStreamTest {

    private static final List<String> WORDS = List.of("one", "two", "three", "four", "five", "two");

    /** Notes what the stages see, and compares it as well. */
    private static void same(Function<Stream<String>, ?> pipeline) {
        List<String> notes = new ArrayList<>();
        List<String> expectedNotes = new ArrayList<>();
        Object found = pipeline.apply(CollectionStreamRules.stream(WORDS).peek(notes::add));
        Object expected = pipeline.apply(WORDS.stream().peek(expectedNotes::add));
        assertThat(found).isEqualTo(expected);
        assertThat(notes).isEqualTo(expectedNotes);
    }

    @Test
    void results() {
        same(s -> s.map(String::length).filter(n -> n > 3).toList());
        same(s -> s.reduce("", String::concat));
        same(s -> s.reduce(String::concat));
        same(s -> s.filter(String::isEmpty).reduce(String::concat));
        same(s -> s.reduce(0, (sum, word) -> sum + word.length(), Integer::sum));
        same(s -> s.collect(ArrayList<String>::new, ArrayList::add, ArrayList::addAll));
        same(s -> s.collect(Collectors.groupingBy(String::length)));
        same(s -> s.mapToInt(String::length).sum());
        same(s -> s.mapToLong(String::length).max());
        same(s -> s.mapToDouble(String::length).sum());
        same(s -> s.sorted().toList());
        same(s -> s.sorted((a, b) -> b.compareTo(a)).toList());
        same(s -> s.distinct().limit(3).skip(1).toList());
        same(s -> s.flatMap(word -> word.chars().boxed()).toList());
        same(s -> Arrays.asList(s.toArray()));
        same(s -> Arrays.asList(s.toArray(String[]::new)));
        same(s -> s.filter(word -> word.length() > 3).count());
        same(s -> s.min(String::compareTo));
        same(s -> s.max(String::compareTo));
        same(s -> s.anyMatch("two"::equals));
        same(s -> s.allMatch("two"::equals));
        same(s -> s.noneMatch("ten"::equals));
        same(Stream::findFirst);
        same(s -> s.filter(String::isEmpty).findAny());
        same(s -> s.map(String::length).filter(n -> n > 3).findFirst());
    }

    @Test
    void oneAfterAnother() {
        Stream<String> first = CollectionStreamRules.stream(WORDS);
        Stream<String> second = CollectionStreamRules.stream(List.of("six"));
        assertThat(StreamRules.concat(first, second).toList())
                .containsExactly("one", "two", "three", "four", "five", "two", "six");
        assertThat(StreamRules.concat(WORDS.stream(), CollectionStreamRules.stream(WORDS)).count()).isEqualTo(12);
    }

    @Test
    void asksNoMoreThanNeeded() {
        List<String> asked = new ArrayList<>();
        Optional<String> found =
                CollectionStreamRules.stream(WORDS).peek(asked::add).filter(w -> w.length() > 3).findFirst();
        assertThat(found).contains("three");
        assertThat(asked).containsExactly("one", "two", "three");
    }

    @Test
    void looksAtTheSourceLate() {
        Collection<String> source = new ArrayList<>(List.of("one"));
        Stream<String> stream = CollectionStreamRules.stream(source).map(String::toUpperCase);
        source.add("two");
        assertThat(stream.toList()).containsExactly("ONE", "TWO");
    }

    @Test
    void canBeUsedOnce() {
        Stream<String> stream = CollectionStreamRules.stream(WORDS);
        assertThat(stream.map(String::length).toList()).hasSize(6);
        assertThatThrownBy(() -> stream.forEach(word -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closesAll() {
        List<String> closed = new ArrayList<>();
        Stream<String> first = CollectionStreamRules.stream(WORDS).onClose(() -> closed.add("first"));
        Stream<String> second = CollectionStreamRules.stream(WORDS).onClose(() -> closed.add("second"));
        try (Stream<String> both = StreamRules.concat(first, second)) {
            assertThat(both.map(String::length).count()).isEqualTo(12);
        }
        assertThat(closed).containsExactly("first", "second");
        Stream<String> third = CollectionStreamRules.stream(WORDS).onClose(() -> closed.add("third"));
        third.sorted().close();
        assertThat(closed).endsWith("third");
    }

    @Test
    void listsAreNotChanged() {
        List<String> list = CollectionStreamRules.stream(WORDS).toList();
        assertThatThrownBy(() -> list.add("six")).isInstanceOf(UnsupportedOperationException.class);
    }
}
