package dev.fluxion.rules.collections;

import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.Rules;

import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;

/**
 * The methods of collections that take no function. Where one that a user has written is called, its own code counts.
 */
@Rules(
        of = {
            Collection.class,
            SequencedCollection.class,
            List.class,
            Set.class,
            SortedSet.class,
            NavigableSet.class,
            Queue.class,
            Deque.class,
            Map.class,
            SequencedMap.class,
            SortedMap.class,
            NavigableMap.class,
            Map.Entry.class,
            Iterable.class,
            Iterator.class,
            Enumeration.class,
            ListIterator.class,
            AbstractMap.SimpleEntry.class,
            AbstractMap.SimpleImmutableEntry.class,
            ArrayList.class,
            LinkedList.class,
            ArrayDeque.class,
            PriorityQueue.class,
            Vector.class,
            Stack.class,
            HashSet.class,
            LinkedHashSet.class,
            TreeSet.class,
            HashMap.class,
            LinkedHashMap.class,
            TreeMap.class,
            Hashtable.class,
            IdentityHashMap.class,
            WeakHashMap.class,
            EnumMap.class,
            BlockingQueue.class,
            BlockingDeque.class,
            ConcurrentMap.class,
            ConcurrentNavigableMap.class,
            ConcurrentHashMap.class,
            ConcurrentSkipListMap.class,
            ConcurrentSkipListSet.class,
            ConcurrentLinkedQueue.class,
            ConcurrentLinkedDeque.class,
            CopyOnWriteArrayList.class,
            CopyOnWriteArraySet.class,
            ArrayBlockingQueue.class,
            LinkedBlockingQueue.class,
            LinkedBlockingDeque.class,
            PriorityBlockingQueue.class
        })
@MovesReferences(
        of = {
            "<init>",
            "of",
            "copyOf",
            "ofEntries",
            "entry",
            "add",
            "addAll",
            "addFirst",
            "addLast",
            "get",
            "getFirst",
            "getLast",
            "getOrDefault",
            "getKey",
            "getValue",
            "setValue",
            "set",
            "put",
            "putAll",
            "putIfAbsent",
            "putFirst",
            "putLast",
            "replace",
            "addIfAbsent",
            "addAllAbsent",
            "take",
            "takeFirst",
            "takeLast",
            "drainTo",
            "remainingCapacity",
            "remove",
            "removeAll",
            "removeFirst",
            "removeLast",
            "retainAll",
            "clear",
            "size",
            "isEmpty",
            "contains",
            "containsAll",
            "containsKey",
            "containsValue",
            "indexOf",
            "lastIndexOf",
            "iterator",
            "listIterator",
            "descendingIterator",
            "hasNext",
            "next",
            "hasMoreElements",
            "nextElement",
            "nextIndex",
            "hasPrevious",
            "previous",
            "previousIndex",
            "keySet",
            "values",
            "entrySet",
            "sequencedKeySet",
            "sequencedValues",
            "sequencedEntrySet",
            "keys",
            "elements",
            "subList",
            "subMap",
            "headMap",
            "tailMap",
            "subSet",
            "headSet",
            "tailSet",
            "reversed",
            "descendingMap",
            "descendingSet",
            "descendingKeySet",
            "navigableKeySet",
            "firstKey",
            "lastKey",
            "firstEntry",
            "lastEntry",
            "floorKey",
            "floorEntry",
            "ceilingKey",
            "ceilingEntry",
            "lowerKey",
            "lowerEntry",
            "higherKey",
            "higherEntry",
            "pollFirstEntry",
            "pollLastEntry",
            "first",
            "last",
            "floor",
            "ceiling",
            "lower",
            "higher",
            "push",
            "pop",
            "peek",
            "peekFirst",
            "peekLast",
            "poll",
            "pollFirst",
            "pollLast",
            "offer",
            "offerFirst",
            "offerLast",
            "element",
            "elementAt",
            "firstElement",
            "lastElement",
            "search",
            "ensureCapacity",
            "trimToSize",
            "toArray",
            "spliterator"
        })
public final class CollectionRules {

    private CollectionRules() {}
}
