package dev.precis.pipeline.route;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.camel.Processor;

/** Plain functions as steps of a route, typed: a body of another type is an error, not a null. */
public final class Steps {
    private Steps() {}

    /** Replaces the body by what a function makes of it. */
    public static <I, O> Processor step(Class<I> input, Function<? super I, ? extends O> stage) {
        return exchange ->
                exchange.getMessage().setBody(stage.apply(exchange.getMessage().getMandatoryBody(input)));
    }

    static <I> Processor sink(Class<I> input, Consumer<? super I> stage) {
        return exchange -> stage.accept(exchange.getMessage().getMandatoryBody(input));
    }

    static <I> org.apache.camel.Predicate when(Class<I> input, Predicate<? super I> test) {
        return exchange -> {
            I body = exchange.getMessage().getBody(input);
            return body != null && test.test(body);
        };
    }
}
