package dev.precis.pipeline.fields;

import dev.precis.pipeline.domain.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeMap;

/** Digests of values: the same for two documents that hold the same, wherever it stands in them. */
final class ValueDigest {
    private final MessageDigest digest = Sha256.begin();

    private ValueDigest() {}

    /** 64 hexadecimal digits. */
    static String of(Value value) {
        ValueDigest digest = new ValueDigest();
        digest.add(value);
        return HexFormat.of().formatHex(digest.digest.digest());
    }

    /** Each part with its kind and its length first, so that no two values are written alike. */
    private void add(Value value) {
        switch (value) {
            case Value.Text text -> add("text", text.text());
            case Value.Literal literal -> add("literal", literal.text());
            case Value.Nothing none -> add("nothing", "");
            case Value.Sequence list -> {
                add("list", String.valueOf(list.items().size()));
                list.items().forEach(this::add);
            }
            case Value.Mapping mapping -> {
                TreeMap<String, Value> fields = new TreeMap<>(mapping.fields());
                // a field that holds nothing is as if it were not there
                fields.values().removeIf(Value.Nothing.class::isInstance);
                add("fields", String.valueOf(fields.size()));
                fields.forEach((name, held) -> {
                    add("name", name);
                    add(held);
                });
            }
        }
    }

    private void add(String kind, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        digest.update((kind + " " + bytes.length + " ").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
