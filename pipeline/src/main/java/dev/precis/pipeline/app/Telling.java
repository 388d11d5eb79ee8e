package dev.precis.pipeline.app;

import dev.precis.pipeline.app.StoreRequests.Answer;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.index.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What commands on a store say, the same whether they or a server did the work. */
final class Telling {
    private Telling() {}

    /** That an index was made of all graphs. */
    static Answer indexed(GraphArchive archive) {
        return new Answer(0, archive.entries().size() + " graphs indexed", List.of());
    }

    /** What is different, and how much of it there is. */
    static Answer compared(GraphArchive archive, List<Difference> differences) {
        return new Answer(
                differences.isEmpty() ? 0 : Failure.FAILED,
                archive.entries().size() + " graphs, " + differences.size() + " differences",
                differences.stream().map(Difference::toString).toList());
    }

    /** Prints it, and gives the exit code. */
    static int tell(@Nullable CommandSpec command, Answer answer) {
        if (command != null) {
            answer.complaints().forEach(command.commandLine().getErr()::println);
            if (!answer.result().isEmpty()) {
                command.commandLine().getOut().println(answer.result());
            }
        }
        return answer.code();
    }
}
