package dev.precis.pipeline.app.scale.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.app.run.Wiring;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.execute.PureStages;
import dev.precis.pipeline.execute.StageExecutor;
import dev.precis.pipeline.route.InputDigest;
import dev.precis.pipeline.route.stage.StageRoutes;
import dev.precis.pipeline.source.SourceProfiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Without a broker everything is done here, and it is said once. */
@Timeout(120)
class BrokerGoneTest {
    @Test
    void whatNobodyTakesIsDoneHere() throws Exception {
        SourceProfile profile = new SourceProfiles("test").read(Sources.FOLDER.resolve("pprnet"));
        Path file = profile.folder().resolve("archive").resolve("pprnet_blog_sept2013.html");
        Capture capture = new Capture(file.toUri(), "", Files.readAllBytes(file));
        StringWriter log = new StringWriter();
        Workers workers = new Workers();
        Broker broker = new Broker("localhost:" + freePort(), new Topics("precis"), Map.of());
        try (StageRoutes.Opened opened = new StageRoutes.Opened(Wiring.stages(profile))) {
            PureStages here = opened.stages();
            TaskLine line = new TaskLine(broker, Duration.ofSeconds(1), workers, new PrintWriter(log));
            String settings = new InputDigest(profile, "test").ofCircumstances();
            try (StageExecutor executor = new BrokerExecutor(profile.id(), settings, here, line)) {
                assertThat(executor.read(capture).get()).isEqualTo(here.read(capture));
                assertThat(executor.read(capture).get().drafts()).isNotEmpty();
            }
        }

        assertThat(log.toString().lines())
                .singleElement()
                .asString()
                .startsWith("workers: the broker at localhost:")
                .endsWith("everything is done here");
        assertThat(workers.areLost()).isTrue();
        assertThat(workers.remark()).contains("none answers: their work is done here");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
