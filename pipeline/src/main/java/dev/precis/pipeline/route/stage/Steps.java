package dev.precis.pipeline.route.stage;

import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;

/** Plain functions as steps of a route, typed: a body of another type is an error, not a null. */
public final class Steps {
    private Steps() {}

    /** Replaces the body by what a function makes of it. */
    public static <I, O> Processor step(Class<I> input, Function<? super I, ? extends O> stage) {
        return exchange ->
                exchange.getMessage().setBody(stage.apply(exchange.getMessage().getMandatoryBody(input)));
    }

    /** What a route makes of something; what goes wrong is told in its own words and not in those of Camel. */
    public static <O> O ask(ProducerTemplate template, String endpoint, Object body, Class<O> output) {
        try {
            return template.requestBody(endpoint, body, output);
        } catch (CamelExecutionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : e;
        }
    }

    public static <I> Processor sink(Class<I> input, Consumer<? super I> stage) {
        return exchange -> stage.accept(exchange.getMessage().getMandatoryBody(input));
    }
}
