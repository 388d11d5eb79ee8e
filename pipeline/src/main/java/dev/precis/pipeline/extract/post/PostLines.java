package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.domain.Witness;
import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.block.Declaration;
import dev.precis.pipeline.extract.block.Declaration.Field;
import dev.precis.pipeline.extract.block.Declared;
import dev.precis.pipeline.extract.date.ReadDay;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is told about one post: when it was published, who wrote it, under what it is filed; by its page's lines and by
 * what its page declares. What two witnesses say alike is sure; where they differ, the notices tell both.
 */
final class PostLines {
    private static final Pattern VOLUME = Pattern.compile("\\d(?:\\(\\d+\\))?[,:;] ?(?:pp?\\. ?)?[\\de]\\d*[-–—]\\d");

    private final HeaderLine lines;
    private final Declared declared;
    private final List<String> noise;
    private final List<String> topicLabels;
    private final String title;
    private final List<Witness> dates = new ArrayList<>();
    private final List<ReadDay> days = new ArrayList<>();
    private final SequencedSet<String> filed = new LinkedHashSet<>();
    private final SequencedSet<String> tags = new LinkedHashSet<>();
    private String author = "";
    private String boxed = "";

    /**
     * Nothing told so far.
     *
     * @param declared by the page, if it shows nothing but this post
     * @param labels the words of the profile
     * @param title of the post
     */
    PostLines(HeaderLine lines, Declared declared, SourceProfile.Labels labels, String title) {
        this.lines = lines;
        this.declared = declared;
        this.noise = labels.noise();
        this.topicLabels = labels.topics().stream().map(Texts::key).toList();
        this.title = title;
    }

    String title() {
        return title;
    }

    /** A line about the post. */
    void line(Block block) {
        lines.date(block).ifPresent(day -> {
            days.add(day);
            dates.add(new Witness("date", day.date().toString(), "\"" + block.text() + "\""));
        });
        author(lines.author(block));
        tags(block);
    }

    /** A line with the topics that the profile's words announce. */
    void topics(Block block) {
        if (block.links().isEmpty()) {
            filed.add(block.text());
        }
        block.links().stream()
                .filter(label ->
                        noise.stream().noneMatch(word -> Texts.key(label).startsWith(Texts.key(word))))
                .forEach(filed::add);
    }

    /** Whether a line is nothing but words that announce topics: "Filed under:". */
    boolean isTopicsLabel(String text) {
        return topicLabels.contains(Texts.key(text));
    }

    void tags(Block block) {
        tags.addAll(block.meaning().tags());
    }

    boolean hasDay() {
        return Stream.concat(days.stream(), declaredDay().stream())
                .anyMatch(day -> day.date().hasDay());
    }

    boolean hasDate() {
        return !days.isEmpty();
    }

    /** Who wrote the post as far as is known; empty if nobody says. */
    String knownAuthor() {
        return Stream.of(author, declaredAuthor(), boxed)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Who a box below the text is about: the author where nothing else tells one. */
    void boxed(String name) {
        boxed = boxed.isEmpty() && !lines.isBlog(name) ? name : boxed;
    }

    /** Who the page prints as the author; the first that it names is. */
    void author(String name) {
        author = author.isEmpty() ? name : author;
    }

    /** Whether a citation is that of the post itself; a journal's article has a volume and pages. */
    boolean isSelf(String citation) {
        if (VOLUME.matcher(citation).find()) {
            return false;
        }
        String known = Texts.key(knownAuthor());
        String key = Texts.key(citation);
        return !known.isEmpty()
                && title.length() > 8
                && key.contains(Texts.key(title))
                && key.contains(known.substring(known.lastIndexOf(' ') + 1));
    }

    boolean isNamed() {
        return !knownAuthor().isEmpty();
    }

    boolean isAuthor(String text) {
        return !knownAuthor().isEmpty() && Texts.key(text).equals(Texts.key(knownAuthor()));
    }

    private String declaredAuthor() {
        return declared.of(Field.AUTHOR).stream()
                .map(Declaration::value)
                .filter(name -> !lines.isBlog(name)
                        && declared.of(Field.SITE).stream()
                                .noneMatch(site -> site.value().equals(name)))
                .map(HeaderLine::first)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The topics by the profile's words; where none are announced so, by mark-up. */
    List<String> labels() {
        if (!filed.isEmpty()) {
            return List.copyOf(filed);
        }
        SequencedSet<String> all = new LinkedHashSet<>(tags);
        declared.of(Field.LABEL).forEach(label -> all.add(label.value()));
        return List.copyOf(all);
    }

    /**
     * The day of publication: as printed, unless the page declares another; a day's difference is that of a time zone.
     *
     * @param month that page or address tells besides
     * @param where the page's address
     * @param notices told where two say different days
     */
    Optional<ReadDay> date(Optional<PublicationDate> month, String where, List<Notice> notices) {
        List<ReadDay> read = days.stream().map(day -> settled(day, month)).toList();
        Optional<ReadDay> printed = read.stream()
                .filter(day -> day.date().hasDay())
                .findFirst()
                .or(() -> read.stream().findFirst());
        Optional<ReadDay> told = declaredDay().map(day -> settled(day, month));
        if (printed.isEmpty() || told.isEmpty()) {
            return printed.or(() -> told);
        }
        if (read.stream().anyMatch(day -> isNear(day, told.get()))) {
            return read.stream()
                    .filter(day -> day.date().hasDay() && isNear(day, told.get()))
                    .findFirst()
                    .or(() -> told);
        }
        notices.add(Notice.warning(
                "date-disagrees",
                where,
                "the page prints " + printed.get().date() + " and declares "
                        + told.get().date() + " (" + declaration() + "): "
                        + told.get().date() + " was taken"));
        return told;
    }

    /** A day, read in the way that agrees with what is surely known otherwise. */
    private ReadDay settled(ReadDay day, Optional<PublicationDate> month) {
        List<PublicationDate> known = Stream.concat(
                        Stream.concat(declaredDay().stream(), days.stream())
                                .filter(ReadDay::isSure)
                                .map(ReadDay::date),
                        month.stream())
                .toList();
        ReadDay settled = day;
        for (PublicationDate witness : known) {
            settled = settled.settledBy(witness);
        }
        return settled;
    }

    private static boolean isNear(ReadDay printed, ReadDay told) {
        return ReadDay.isNear(printed.date(), told.date());
    }

    private Optional<ReadDay> declaredDay() {
        return declared.of(Field.DATE).stream()
                .flatMap(date -> lines.declaredDate(date.value()).stream())
                .findFirst();
    }

    private String declaration() {
        return declared.of(Field.DATE).stream()
                .filter(date -> lines.declaredDate(date.value()).isPresent())
                .map(Declaration::from)
                .findFirst()
                .orElse("");
    }

    /** Where the day and the author were read. */
    List<Witness> witnesses() {
        List<Witness> all = new ArrayList<>(dates);
        declared.all().stream()
                .filter(declaration -> declaration.field() == Field.DATE || declaration.field() == Field.AUTHOR)
                .forEach(declaration -> all.add(new Witness(
                        declaration.field() == Field.DATE ? "date" : "author",
                        declaration.value(),
                        declaration.from())));
        if (!author.isEmpty()) {
            all.add(new Witness("author", author, "printed"));
        }
        if (!boxed.isEmpty()) {
            all.add(new Witness("author", boxed, "box below the text"));
        }
        return all;
    }
}
