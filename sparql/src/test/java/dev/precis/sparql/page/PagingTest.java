package dev.precis.sparql.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {
    @ParameterizedTest
    @CsvSource({
        "1, 0, 1, '', ''",
        "1, 1, 1, '', ''",
        "1, 20, 1, '', ''",
        "1, 21, 2, '', p2",
        "2, 21, 2, p1, ''",
        "2, 60, 3, p1, p3",
        "3, 60, 3, p2, ''",
        "4, 60, 3, p3, ''",
        "1000000, 60, 3, p3, ''",
        "2, 0, 1, p1, ''",
    })
    void knowsItsNeighbours(int number, int total, int last, String previous, String next) {
        assertThat(Paging.of(number, total, 20, page -> "p" + page))
                .isEqualTo(new Paging(number, last, previous, next));
        assertThat(Paging.of(number, total, 20, page -> "p" + page).isBeyond()).isEqualTo(number > last);
    }
}
