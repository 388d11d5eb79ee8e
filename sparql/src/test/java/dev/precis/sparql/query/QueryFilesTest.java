package dev.precis.sparql.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.sparql.Studies;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueryFilesTest {
    private static final DatasetGraph STUDIES = Studies.dataset();

    static List<QueryFile> all() {
        return QueryFile.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyQuestionHasAnAnswerEvenWithoutParameters(QueryFile file) {
        Query query = file.query();
        Txn.executeRead(STUDIES, () -> {
            try (QueryExec execution = QueryExec.dataset(STUDIES).query(query).build()) {
                if (query.isConstructType()) {
                    assertThat(execution.construct().isEmpty()).isFalse();
                } else {
                    assertThat(execution.select().hasNext()).isTrue();
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyQuestionIsAskedInWordsAndInAFixedOrder(QueryFile file) {
        assertThat(file.title())
                .endsWith(file.query().isConstructType() ? "" : "?")
                .isNotEmpty();
        assertThat(file.description()).endsWith(".");
        assertThat(file.text()).doesNotStartWith("#");
        assertThat(file.query().isConstructType() || file.query().hasOrderBy()).isTrue();
    }

    @Test
    void findsEveryFile() {
        assertThat(all())
                .extracting(QueryFile::name)
                .contains("blogs", "describe", "works")
                .isSorted();
    }

    @Test
    void refusesAFileWithoutAQuestion() {
        assertThatThrownBy(() -> QueryFile.parse("nameless", "SELECT * {}\n\n\n"))
                .hasMessageContaining("nameless.rq:1")
                .hasMessageContaining("#title:");
    }
}
