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
import dev.precis.pipeline.domain.page.Page;
import java.io.IOException;
import java.net.URI;
import java.time.YearMonth;
import java.util.Optional;

/** A page as JSON and back, every record of it by the names of its components. */
final class PageJson {
    private static final ObjectMapper JSON = new ObjectMapper()
            .setVisibility(PropertyAccessor.ALL, Visibility.NONE)
            .setVisibility(PropertyAccessor.FIELD, Visibility.ANY)
            .setVisibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .registerModule(new SimpleModule()
                    .addSerializer(YearMonth.class, ToStringSerializer.instance)
                    .addDeserializer(YearMonth.class, new MonthReader())
                    .addSerializer(Optional.class, new AddressWriter())
                    .addDeserializer(Optional.class, new AddressReader()));

    private PageJson() {}

    /** In UTF-8, in one line. */
    static byte[] write(Page page) {
        try {
            return JSON.writeValueAsBytes(page);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a page is JSON", e);
        }
    }

    /** @throws IOException if this is no page */
    static Page read(byte[] json) throws IOException {
        return JSON.readValue(json, Page.class);
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

    /** Of what a page may lack, all is addresses: when it was captured is not its own. */
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
