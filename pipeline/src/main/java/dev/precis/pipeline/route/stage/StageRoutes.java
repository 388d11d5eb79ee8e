package dev.precis.pipeline.route.stage;

import static dev.precis.pipeline.route.stage.Steps.step;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Summary;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.execute.Described;
import dev.precis.pipeline.execute.PostTask;
import dev.precis.pipeline.execute.PureStages;
import dev.precis.pipeline.reconcile.Answers;
import dev.precis.pipeline.validate.NonConformance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** The stages that need nothing but their input: a document becomes a page, a post a graph that keeps the shapes. */
public final class StageRoutes extends RouteBuilder {
    private static final String DOCUMENT = "direct:document";
    private static final String POST = "direct:post";

    private final Stages stages;

    public StageRoutes(Stages stages) {
        this.stages = stages;
    }

    /** A post and what it means. */
    private record Understood(PostTask post, Summary summary) {}

    @Override
    public void configure() {
        // what fails is told by whoever asked for it, once
        errorHandler(noErrorHandler());

        from(DOCUMENT).routeId("extract").process(step(Capture.class, stages.reader()::read));

        from(POST)
                .routeId("describe")
                .process(step(PostTask.class, this::understand))
                .process(step(Understood.class, this::map))
                .process(step(Described.class, this::validate));
    }

    private Understood understand(PostTask post) {
        return new Understood(post, stages.understanding().understand(post.draft()));
    }

    private Described map(Understood understood) {
        PostTask post = understood.post();
        List<Notice> unfit = new ArrayList<>();
        Summary corrected = post.corrections().apply(understood.summary(), unfit::add);
        return new Described(
                stages.mapper().map(corrected, Answers.registered(corrected, post.answers()), post.name()),
                understood.summary().draft().notices(),
                unfit,
                Optional.empty());
    }

    private Described validate(Described post) {
        try {
            stages.validator().validate(post.graph());
            return post;
        } catch (NonConformance why) {
            return post.refused(why);
        }
    }

    /** The stages of a source in a context of their own. */
    public static final class Opened implements AutoCloseable {
        private final CamelContext context = new DefaultCamelContext();
        private final PureStages stages;

        public Opened(Stages of) {
            context.disableJMX();
            try {
                context.addRoutes(new StageRoutes(of));
            } catch (Exception e) {
                throw new IllegalStateException("the routes of the stages do not build", e);
            }
            context.start();
            this.stages = through(context.createProducerTemplate());
        }

        public PureStages stages() {
            return stages;
        }

        @Override
        public void close() {
            context.stop();
        }
    }

    /** These stages, asked by any thread of a context that has the routes. */
    public static PureStages through(ProducerTemplate template) {
        return new PureStages() {
            @Override
            public Page read(Capture capture) {
                return Steps.ask(template, DOCUMENT, capture, Page.class);
            }

            @Override
            public Described describe(PostTask post) {
                return Steps.ask(template, POST, post, Described.class);
            }
        };
    }
}
