package dev.precis.sparql.guard.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownShapesTest {
    private final KnownShapes shapes = new KnownShapes(100);

    @Test
    void knowsNothingAtFirst() {
        assertThat(shapes.isQuick("a")).isFalse();
        assertThat(shapes.isSlow("a")).isFalse();
    }

    @Test
    void knowsWhatWasQuickAndWhatWasStopped() {
        shapes.hasTaken("quick", 99);
        shapes.hasTaken("middling", 100);
        shapes.isNotQuick("slow");

        assertThat(shapes.isQuick("quick")).isTrue();
        assertThat(shapes.isSlow("quick")).isFalse();
        assertThat(shapes.isQuick("middling")).isFalse();
        assertThat(shapes.isSlow("middling")).isFalse();
        assertThat(shapes.isQuick("slow")).isFalse();
        assertThat(shapes.isSlow("slow")).isTrue();
    }

    @Test
    void learnsTheContrary() {
        shapes.hasTaken("a", 1);
        shapes.isNotQuick("a");
        assertThat(shapes.isQuick("a")).isFalse();
        assertThat(shapes.isSlow("a")).isTrue();
        shapes.hasTaken("a", 200);
        assertThat(shapes.isSlow("a")).isTrue();
        shapes.hasTaken("a", 1);
        assertThat(shapes.isQuick("a")).isTrue();
        assertThat(shapes.isSlow("a")).isFalse();
    }
}
