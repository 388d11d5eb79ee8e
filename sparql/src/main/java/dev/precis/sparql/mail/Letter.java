package dev.precis.sparql.mail;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.archive.Sha256;
import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Detail;
import dev.precis.sparql.query.Named;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TimeZone;

/**
 * A month of a blog as a message (RFC 5322) with text and HTML (RFC 2046 section 5.1.4). It says nothing of when it was
 * made, so that the same store makes the same bytes.
 *
 * @param from the mailbox that it comes from
 * @param name who that is
 * @param subject of the message; <code>{blog}</code> and <code>{month}</code> stand for their names
 */
public record Letter(String from, String name, String subject) {
    /** Half of a digest, so that no line is longer than 78 (RFC 5322 section 2.1.1). */
    private static final int DIGITS = 32;

    private static final String CHARSET = "UTF-8";
    private static final String ENCODING = "Content-Transfer-Encoding";
    // RFC 2045 section 6.7: seven bits, and what is Latin stays readable
    private static final String QUOTED_PRINTABLE = "quoted-printable";

    /**
     * The message.
     *
     * @return empty if the blog has no summary in that month
     */
    public Optional<byte[]> of(Catalogue catalogue, Blog blog, YearMonth month) {
        String iri = IriTemplate.ISSUE.of(blog.root(), month.toString());
        return catalogue.atOnce(() -> {
            List<Item> items = catalogue.cards().stream()
                    .map(Card::item)
                    .filter(item -> item.issue().iri().equals(iri))
                    .toList();
            List<Detail> summaries = items.stream()
                    .flatMap(item -> catalogue.summary(item.iri()).stream())
                    .toList();
            Instant modified = items.stream()
                    .flatMap(item -> catalogue.modified(item.iri()).stream())
                    .max(Comparator.naturalOrder())
                    .orElseGet(() -> month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
            return summaries.isEmpty()
                    ? Optional.empty()
                    : Optional.of(message(blog, items.getFirst().issue(), summaries, modified));
        });
    }

    private byte[] message(Blog blog, Named issue, List<Detail> summaries, Instant modified) {
        Named home = new Named(blog.root(), blog.name());
        String text = LetterText.of(home, issue, summaries, Phrases.of(blog.language()));
        String html = Pages.letter(home, issue, blog.language(), summaries);
        String digest = Sha256.of(text + html + from + name + subject).substring(0, DIGITS);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            MimeMessage message =
                    new Identified(digest + "@" + URI.create(blog.iri()).getHost());
            message.setFrom(new InternetAddress(from, name, CHARSET));
            message.setSubject(subject.replace("{blog}", blog.name()).replace("{month}", issue.name()), CHARSET);
            message.setHeader("Date", date(modified));
            message.setContent(new Alternatives(digest, part(text, "plain"), part(html, "html")));
            message.saveChanges();
            message.writeTo(out);
        } catch (MessagingException e) {
            throw new IllegalStateException("no message of " + issue.iri(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** In a zone that is the same on every machine. */
    private static String date(Instant instant) {
        MailDateFormat format = new MailDateFormat();
        format.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
        return format.format(Date.from(instant));
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text.replace("\n", "\r\n"), CHARSET, subtype);
        part.setHeader(ENCODING, QUOTED_PRINTABLE);
        return part;
    }

    /** With an identifier of its content, not of the moment. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }

    /** Whose boundary is made of the content; the last is the best (RFC 2046 section 5.1.4). */
    private static final class Alternatives extends MimeMultipart {
        Alternatives(String digest, MimeBodyPart... parts) throws MessagingException {
            super("alternative", parts);
            // an equals sign is in no quoted-printable line but before two digits (RFC 2045 section 6.7)
            contentType = "multipart/alternative;\r\n boundary=\"=_" + digest + "\"";
        }
    }
}
