package dev.precis.sparql.site.oai;

import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Header;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Service;
import dev.precis.sparql.site.XmlText;
import dev.precis.sparql.site.oai.OaiError.Refused;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/**
 * Answers harvesters (OAI-PMH 2.0): each summary is a record, called by its IRI, also when it has been taken out.
 * Whatever is asked, and however wrongly, the status is 200 and the answer well-formed.
 */
public final class OaiPmh implements Service {
    /** Records at once. */
    public static final int MOST = 100;

    private static final String NAMESPACE = "http://www.openarchives.org/OAI/2.0/";
    private static final String SCHEMA = "http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd";
    private static final String TYPE = "text/xml; charset=utf-8";

    /** The answer tells when it was given. */
    private static final List<Header> NEW_EACH_TIME = List.of(new Header("Cache-Control", "no-store"));

    private final Catalogue catalogue;
    private final Places places;
    private final String contact;
    private final int most;
    private final InstantSource clock;

    /**
     * @param contact the mailbox of who runs it; empty for the one that every site should have
     * @param clock tells when answers are given
     * @param most so many records are given at once, or one more
     */
    public OaiPmh(Catalogue catalogue, Places places, String contact, InstantSource clock, int most) {
        this.most = most;
        this.contact = contact.isEmpty() ? usual(places.base().host()) : contact;
        this.catalogue = catalogue;
        this.places = places;
        this.clock = clock;
    }

    /** RFC 2142 section 5; a host that is none of the net has no mailboxes (RFC 2606 section 2). */
    private static String usual(String host) {
        return "webmaster@" + (host.indexOf('.') > 0 ? host : host + ".invalid");
    }

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        return address.iri().equals(places.oai())
                ? Optional.of(new Response(200, TYPE, answer(edition, address), edition.since(), NEW_EACH_TIME))
                : Optional.empty();
    }

    private byte[] answer(Edition edition, Address address) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Asked.Outcome outcome = Asked.read(address.parameters());
        if (outcome.asked().isEmpty()) {
            return errors(now, outcome.errors());
        }
        Asked asked = outcome.asked().get();
        try {
            Repository repository = new Repository(edition, catalogue, places, contact, now, most);
            Repository.Answer answer = repository.answer(asked);
            return document(now, asked, text -> {
                text.open(asked.verb().text());
                answer.write(text);
                text.close();
            });
        } catch (Refused refused) {
            return refused.error().code().isOfArguments()
                    ? errors(now, List.of(refused.error()))
                    : document(now, asked, text -> write(text, List.of(refused.error())));
        }
    }

    private byte[] document(Instant now, Asked asked, XmlText.Body body) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(Verb.Argument.VERB, asked.verb().text());
        attributes.putAll(asked.arguments());
        return document(now, attributes, body);
    }

    /** Where what was asked makes no sense, so that it is not repeated. */
    private byte[] errors(Instant now, List<OaiError> errors) {
        return document(now, Map.of(), text -> write(text, errors));
    }

    /** What every answer begins with (section 3.2). */
    private byte[] document(Instant now, Map<String, String> attributes, XmlText.Body body) {
        return XmlText.write(text -> {
            text.openWith(
                    "OAI-PMH",
                    "xmlns",
                    NAMESPACE,
                    "xmlns:xsi",
                    "http://www.w3.org/2001/XMLSchema-instance",
                    "xsi:schemaLocation",
                    NAMESPACE + " " + SCHEMA);
            text.element("responseDate", now.toString());
            text.told(
                    "request",
                    places.oai(),
                    attributes.entrySet().stream()
                            .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
                            .toArray(String[]::new));
            body.write(text);
            text.close();
        });
    }

    private static void write(XmlText text, List<OaiError> errors) throws XMLStreamException {
        for (OaiError error : errors) {
            text.told("error", error.text(), "code", error.code().text());
        }
    }
}
