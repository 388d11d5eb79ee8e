package dev.precis.pipeline.correct;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Finding;
import dev.precis.pipeline.domain.Finding.Reported;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.Statistic;
import dev.precis.pipeline.domain.Summary;
import dev.precis.pipeline.domain.Summary.Amendment;
import dev.precis.pipeline.domain.Summary.Edited;
import dev.precis.pipeline.fields.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Applies one correction to one summary, and keeps what was read beside what is right. */
final class Corrector {
    private final Correction correction;
    private final Summary summary;
    private final List<Amendment> amendments;
    private final Consumer<Notice> unfit;

    /** @param unfit told of what fits nothing that is read now */
    Corrector(Correction correction, Summary summary, Consumer<Notice> unfit) {
        this.correction = correction;
        this.summary = summary;
        this.amendments = new ArrayList<>(summary.edited().amendments());
        this.unfit = unfit;
    }

    Summary correct() {
        Draft draft = draft();
        List<Citation> citations = citations();
        List<Finding> findings = findings();
        correction.set().added().forEach(label -> amend("topics.add", label));
        correction.set().removed().forEach(label -> amend("topics.remove", label));
        Set<String> dismissed = new TreeSet<>(summary.edited().dismissed());
        dismissed.addAll(correction.dismissed());
        correction.dismissed().stream().sorted().forEach(flag -> amend("flags.dismiss", flag));
        return new Summary(
                draft,
                citations,
                summary.references(),
                summary.topics(),
                summary.types(),
                summary.suggestions(),
                findings,
                summary.implications(),
                new Edited(amendments, dismissed));
    }

    private void amend(String field, String read) {
        amendments.add(new Amendment(field, read, correction.by(), correction.reason()));
    }

    /** Of a field that is corrected twice, what was read is what stood there first. */
    private void amendOnce(String field, String read) {
        String first = amendments.stream()
                .filter(other -> other.field().equals(field))
                .map(Amendment::read)
                .findFirst()
                .orElse(read);
        amendments.removeIf(other -> other.field().equals(field));
        amend(field, first);
    }

    private Draft draft() {
        Draft draft = summary.draft();
        if (correction.set().title().isPresent()) {
            amendOnce("title", draft.title().text());
        }
        if (correction.set().date().isPresent()) {
            amendOnce("date", draft.date().toString());
        }
        if (correction.set().author().isPresent()) {
            amendOnce("author", draft.author());
        }
        Passage title = correction.set().title().map(Passage::of).orElse(draft.title());
        PublicationDate date = correction.set().date().orElse(draft.date());
        return draft.as(title, date, correction.set().author().orElse(draft.author()));
    }

    private List<Citation> citations() {
        if (!correction.set().haveStudy()) {
            return summary.citations();
        }
        List<Citation> citations = new ArrayList<>(summary.citations());
        Citation study = citations.isEmpty() ? Citation.unread("") : citations.removeFirst();
        CitedParts parts = new CitedParts(study);
        correction
                .set()
                .citation()
                .ifPresent(citation -> citation.fields().forEach((name, value) -> set(parts, name, value)));
        correction.set().doi().ifPresent(doi -> set(parts, "DOI", new Value.Text(doi, 1)));
        citations.addFirst(parts.citation());
        return citations;
    }

    private void set(CitedParts parts, String name, Value value) {
        amendOnce("citation." + name, parts.get(name));
        parts.set(name, value);
    }

    private List<Finding> findings() {
        List<Finding> findings = summary.findings();
        for (Correction.OfFinding change : correction.findings()) {
            int before = amendments.size();
            findings = findings.stream()
                    .flatMap(finding -> changed(finding, change).stream())
                    .toList();
            if (amendments.size() == before) {
                unfit.accept(Notice.warning(
                        Corrections.UNFIT,
                        correction.where(),
                        "no number is read in \"" + change.quote() + "\" any more; the correction is kept"));
            }
        }
        return findings;
    }

    /** The finding with its number exchanged, or without it; empty if it reports no other. */
    private List<Finding> changed(Finding finding, Correction.OfFinding change) {
        if (!finding.sentence().text().contains(change.quote())) {
            return List.of(finding);
        }
        List<Reported> numbers = new ArrayList<>();
        for (Reported number : finding.numbers()) {
            Statistic statistic = number.statistic();
            String printed = statistic.printed().text();
            boolean meant = change.quote().contains(printed) || printed.contains(change.quote());
            if (meant && change.estimate().isEmpty()) {
                amend("finding", printed);
            } else if (meant && statistic instanceof Statistic.Estimate estimate) {
                amend("finding", printed);
                numbers.add(new Reported(with(estimate, change.estimate().get()), number.role(), number.claim()));
            } else {
                numbers.add(number);
            }
        }
        return numbers.isEmpty() ? List.of() : List.of(new Finding(finding.sentence(), numbers, finding.remarks()));
    }

    private static Statistic with(Statistic.Estimate read, BigDecimal value) {
        return new Statistic.Estimate(
                read.printed(),
                read.type(),
                Statistic.Quantity.of(read.quantity().relation(), value),
                read.unit(),
                read.attachments());
    }
}
