package dev.precis.pipeline.app.settings;

import dev.precis.pipeline.execute.StageExecutors;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How many threads read pages and posts. */
public final class StageOptions implements StageSource {
    /** All the others wait for the one that writes. */
    private static final int MOST = 64;
    /** One that nobody asked for takes no more of a machine that does other things, too. */
    private static final int USUAL = 4;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Converter.class,
            description = "How many threads read pages and posts (default: one for each processor, at most 4); what"
                    + " comes of it is the same.")
    private @Nullable Integer threads;

    /** Takes a number of threads that makes sense. */
    public static final class Converter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.matches("[1-9]\\d?") && Integer.parseInt(text) <= MOST) {
                return Integer.valueOf(text);
            }
            throw new TypeConversionException("expected a number from 1 to " + MOST + ", not " + text);
        }
    }

    @Override
    public Optional<StageExecutors> executors() {
        int number = threads == null ? Math.min(USUAL, Runtime.getRuntime().availableProcessors()) : threads;
        return Optional.of(StageExecutors.threads(number));
    }
}
