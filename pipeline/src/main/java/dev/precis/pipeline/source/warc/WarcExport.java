package dev.precis.pipeline.source.warc;

import dev.precis.pipeline.domain.Sha256;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.CaptureKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/**
 * Writes captures as WARC 1.1 (ISO 28500:2017), the same bytes for the same captures: what was answered over HTTP as
 * {@code response} with its {@code request}, or as {@code revisit} where the same bytes are in the file already; what
 * came otherwise as {@code resource}. Identifiers and dates follow from the captures.
 */
public final class WarcExport {
    /** The date of what does not say when it was captured: a record must have one, and no page is so old. */
    static final Instant UNDATED = Instant.EPOCH;

    /** What its archives call this program. */
    static final String PROGRAM = "Precis/";

    private static final String STANDARD =
            "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/";

    private static final String ALGORITHM = "sha256";

    private final String version;
    private final Function<String, Optional<byte[]>> pages;
    private final Map<String, Written> written = new HashMap<>();

    /** A response that others can refer to. */
    private record Written(UUID id, URI address, Instant date) {}

    /**
     * @param version of this program
     * @param pages the kept bytes of a digest
     */
    public WarcExport(String version, Function<String, Optional<byte[]>> pages) {
        this.version = version;
        this.pages = pages;
    }

    /**
     * Writes everything and flushes; the stream stays open.
     *
     * @param captures in the order of time
     * @param packed whether each record is packed by itself (gzip)
     * @return what could not be written, one sentence each
     */
    public List<String> write(List<PastCapture> captures, boolean packed, OutputStream out) throws IOException {
        List<String> missing = new ArrayList<>();
        WarcWriter writer =
                new WarcWriter(Channels.newChannel(out), packed ? WarcCompression.GZIP : WarcCompression.NONE);
        Instant last = captures.stream()
                .flatMap(capture -> capture.captured().stream())
                .max(Instant::compareTo)
                .orElse(UNDATED);
        Map<String, URI> infos = new HashMap<>();
        for (String source :
                captures.stream().map(PastCapture::source).sorted().distinct().toList()) {
            Warcinfo info = info(source, last);
            infos.put(source, info.id());
            writer.write(info);
        }
        for (PastCapture capture : captures) {
            Optional<byte[]> content =
                    pages.apply(capture.digest()).filter(bytes -> digest(bytes).equals(capture.digest()));
            if (content.isEmpty()) {
                missing.add(capture.address() + ": its snapshot " + capture.digest() + " is missing or damaged");
                continue;
            }
            for (WarcRecord record :
                    new Records(capture, content.get(), Objects.requireNonNull(infos.get(capture.source()))).all()) {
                writer.write(record);
            }
        }
        out.flush();
        return missing;
    }

    private Warcinfo info(String source, Instant date) {
        String fields = "software: " + PROGRAM + version + "\r\nformat: WARC File Format 1.1\r\nconformsTo: " + STANDARD
                + "\r\n" + (source.isEmpty() ? "" : "isPartOf: " + source + "\r\n");
        byte[] block = fields.getBytes(StandardCharsets.UTF_8);
        return new Warcinfo.Builder()
                .version(MessageVersion.WARC_1_1)
                .recordId(id("warcinfo", source, date.toString(), version))
                .date(date)
                .blockDigest(ALGORITHM, digest(block))
                .body(MediaType.WARC_FIELDS, block)
                .build();
    }

    /** What is written of one capture. */
    private final class Records {
        private final PastCapture capture;
        private final byte[] content;
        private final URI info;
        private final UUID id;
        private final Instant date;

        Records(PastCapture capture, byte[] content, URI info) {
            this.capture = capture;
            this.content = content;
            this.info = info;
            this.id = id("capture", capture.key());
            this.date = capture.captured().orElse(UNDATED);
        }

        List<WarcRecord> all() {
            List<String> request = capture.exchange().request();
            if (capture.exchange().response().isEmpty()) {
                return List.of(payload(new WarcResource.Builder(capture.address()))
                        .body(type(capture, content), content)
                        .build());
            }
            WarcRecord response = response();
            return request.isEmpty() ? List.of(response) : List.of(response, request(response.id(), request));
        }

        /** What revisits are told by: who reads one source alone needs to find what they are of. */
        private String payload() {
            return capture.source() + " " + capture.digest();
        }

        private WarcRecord request(URI response, List<String> head) {
            WarcRequest.Builder request = of(new WarcRequest.Builder(capture.address()), id("request", capture.key()));
            return block(request.concurrentTo(response), MediaType.HTTP_REQUEST, bytes(head))
                    .build();
        }

        private WarcRecord response() {
            byte[] head = bytes(capture.exchange().response());
            Written first = written.get(payload());
            if (first != null) {
                WarcRevisit.Builder revisit =
                        payload(new WarcRevisit.Builder(capture.address(), WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1));
                return block(revisit.refersTo(first.id(), first.address(), first.date()), MediaType.HTTP_RESPONSE, head)
                        .build();
            }
            written.put(payload(), new Written(id, capture.address(), date));
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            message.writeBytes(head);
            message.writeBytes(content);
            return block(
                            payload(new WarcResponse.Builder(capture.address())),
                            MediaType.HTTP_RESPONSE,
                            message.toByteArray())
                    .build();
        }

        private <R extends WarcTargetRecord, B extends WarcTargetRecord.Builder<R, B>> B payload(B builder) {
            return of(builder, id).payloadDigest(ALGORITHM, capture.digest());
        }

        private <R extends WarcTargetRecord, B extends WarcTargetRecord.Builder<R, B>> B of(B builder, UUID name) {
            return builder.version(MessageVersion.WARC_1_1)
                    .recordId(name)
                    .date(date)
                    .warcinfoId(info);
        }
    }

    private static <R extends WarcCaptureRecord, B extends WarcCaptureRecord.AbstractBuilder<R, B>> B block(
            B builder, MediaType type, byte[] bytes) {
        return builder.blockDigest(ALGORITHM, digest(bytes)).body(type, bytes);
    }

    /** What whoever shows it needs to know: as declared, else the usual one of its kind. */
    private static MediaType type(PastCapture capture, byte[] content) {
        String type = capture.contentType();
        if (type.isBlank()) {
            type = CaptureKind.of(new Capture(capture.address(), "", content)).mediaTypes().stream()
                    .findFirst()
                    .orElse("application/octet-stream");
        }
        return MediaType.parseLeniently(type);
    }

    /** A name that follows from what is named (RFC 9562 section 5.3). */
    private static UUID id(String... parts) {
        return UUID.nameUUIDFromBytes(String.join(" ", parts).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(List<String> head) {
        return (String.join("\r\n", head) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.begin().digest(bytes));
    }
}
