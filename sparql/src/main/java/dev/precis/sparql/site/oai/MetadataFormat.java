package dev.precis.sparql.site.oai;

import dev.precis.sparql.site.XmlText;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/** A format that every record is to be had in. */
enum MetadataFormat {
    /** Unqualified Dublin Core, which every repository has. */
    OAI_DC("oai_dc", DublinCore.NAMESPACE, DublinCore.SCHEMA) {
        @Override
        void write(XmlText text, Item item) throws XMLStreamException {
            DublinCore.write(text, item);
        }
    },
    /** With typed names, and the parts of the summarised study (Library of Congress, version 3.7). */
    MODS("mods", Mods.NAMESPACE, Mods.SCHEMA) {
        @Override
        void write(XmlText text, Item item) throws XMLStreamException {
            Mods.write(text, item);
        }
    };

    private final String prefix;
    private final String namespace;
    private final String schema;

    MetadataFormat(String prefix, String namespace, String schema) {
        this.prefix = prefix;
        this.namespace = namespace;
        this.schema = schema;
    }

    static Optional<MetadataFormat> of(String prefix) {
        return Arrays.stream(values())
                .filter(format -> format.prefix.equals(prefix))
                .findFirst();
    }

    static String prefixes() {
        return Arrays.stream(values()).map(MetadataFormat::prefix).collect(Collectors.joining(", "));
    }

    String prefix() {
        return prefix;
    }

    String namespace() {
        return namespace;
    }

    String schema() {
        return schema;
    }

    abstract void write(XmlText text, Item item) throws XMLStreamException;
}
