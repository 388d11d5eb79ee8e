package dev.precis.pipeline.reading;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.net.URI;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Pages, posts and what else is made of records as JSON and back, every record by the names of its components. Of what
 * may be lacking, all is addresses.
 */
public final class RecordJson {
    private static final ObjectMapper JSON = new ObjectMapper()
            .setVisibility(PropertyAccessor.ALL, Visibility.NONE)
            .setVisibility(PropertyAccessor.FIELD, Visibility.ANY)
            .setVisibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .registerModule(new SimpleModule()
                    .addSerializer(YearMonth.class, ToStringSerializer.instance)
                    .addDeserializer(YearMonth.class, new MonthReader())
                    .addSerializer(Optional.class, new AddressWriter())
                    .addDeserializer(Optional.class, new AddressReader()));

    private RecordJson() {}

    /** In UTF-8, in one line. */
    public static byte[] write(Object record) {
        try {
            return JSON.writeValueAsBytes(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no record that can be JSON", e);
        }
    }

    /** @throws IOException if this is no such record */
    public static <T> T read(byte[] json, Class<T> type) throws IOException {
        return JSON.readValue(json, type);
    }

    private static final class MonthReader extends StdScalarDeserializer<YearMonth> {
        private static final long serialVersionUID = 1;

        MonthReader() {
            super(YearMonth.class);
        }

        @Override
        public YearMonth deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return YearMonth.parse(parser.getText());
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class AddressWriter extends StdScalarSerializer<Optional> {
        private static final long serialVersionUID = 1;

        AddressWriter() {
            super(Optional.class);
        }

        @Override
        public void serialize(Optional value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            if (value.isPresent()) {
                generator.writeString(((URI) value.get()).toString());
            } else {
                generator.writeNull();
            }
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class AddressReader extends StdScalarDeserializer<Optional> {
        private static final long serialVersionUID = 1;

        AddressReader() {
            super(Optional.class);
        }

        @Override
        public Optional deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Optional.of(URI.create(parser.getText()));
        }

        @Override
        public Optional getNullValue(DeserializationContext context) {
            return Optional.empty();
        }
    }
}
