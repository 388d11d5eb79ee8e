package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Relation;
import dev.precis.pipeline.domain.Statistic.Attachment;
import dev.precis.pipeline.domain.Statistic.Quantity;
import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.StatisticLexicon.Term;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.Optional;
import java.util.Set;

/** Goes once through a sentence from left to right; every rule looks a bounded number of tokens ahead. */
final class SentenceGrammar {
    private static final Set<String> QUARTILES = Set.of("iqr", "iqrs", "interquartile");
    private static final Set<String> MERGING =
            Words.of("between ranged ranging varied range ranges ran run running spanned");

    private final StatisticLexicon lexicon;
    private final MeasureReader measures;
    private final NamedReader named;
    private final ShareReader shares;
    private final DescriptionReader descriptions;
    private final ValueReader values;

    SentenceGrammar(StatisticLexicon lexicon) {
        this.lexicon = lexicon;
        this.measures = new MeasureReader(lexicon);
        this.named = new NamedReader(lexicon, measures);
        this.shares = new ShareReader(lexicon);
        this.descriptions = new DescriptionReader(lexicon);
        this.values = new ValueReader(lexicon);
    }

    void read(Tokens tokens, Readings readings) {
        new Walk(tokens, readings).run();
    }

    /** One sentence being read. */
    private final class Walk {
        private final Tokens tokens;
        private final Readings readings;
        private final ProbabilityLinker probabilities;
        private Optional<Term> announced = Optional.empty();

        Walk(Tokens tokens, Readings readings) {
            this.tokens = tokens;
            this.readings = readings;
            this.probabilities = new ProbabilityLinker(tokens, readings, lexicon.type("p"));
        }

        void run() {
            for (int i = 0; i < tokens.size(); ) {
                // each rule gives the index after what it read, or the index itself where it does not apply
                int next = Conventions.endOfDefinition(tokens, i);
                next = next > i ? next : interval(i);
                next = next > i ? next : beside(i);
                next = next > i ? next : size(i);
                next = next > i ? next : attachment(i);
                next = next > i ? next : name(i);
                next = next > i ? next : number(i);
                i = Math.max(next, i + 1);
            }
        }

        private int interval(int i) {
            Optional<IntervalReader.Found> found = IntervalReader.named(tokens, i);
            if (found.isEmpty()) {
                return IntervalReader.endOfMention(tokens, i);
            }
            // which says nothing of how precise the estimate is
            if (found.get().interval().kind() == Attachment.Interval.Kind.PREDICTION) {
                readings.add(range(found.get().interval(), i, found.get().end()));
            } else {
                readings.interval(found.get().interval(), i, found.get().end());
            }
            return found.get().end();
        }

        private Reading range(Attachment.Interval bounds, int from, int end) {
            Quantity quantity = new Quantity(Relation.EQUAL, bounds.lower(), bounds.upper());
            return Reading.of(lexicon.type("range"), quantity, "", from, end);
        }

        /** What stands right after a value needs no name: bounds in brackets, a mean's SD, the name itself. */
        private int beside(int i) {
            Optional<Reading> last = readings.last().filter(reading -> reading.end() == i);
            if (last.isEmpty()) {
                return i;
            }
            Reading host = last.get();
            boolean estimate = host.type().isInferential() && !host.type().isTest()
                    || host.type().isCentre()
                    || host.type().is("percentage") && !host.quantity().isRange();
            Optional<IntervalReader.Found> bounds =
                    IntervalReader.bare(tokens, i).or(() -> trailing(host, i));
            if (estimate && bounds.isPresent()) {
                readings.interval(bounds.get().interval(), i, bounds.get().end());
                return bounds.get().end();
            }
            boolean single = tokens.opens(i) && tokens.isNumber(i + 1) && tokens.closes(i + 2);
            if (host.type().is("mean") && (single || tokens.is(i, "±") && tokens.isNumber(i + 1))) {
                int end = single ? i + 3 : i + 2;
                host.attach(
                        new Attachment.StandardDeviation(
                                tokens.get(i + 1).value().abs()),
                        i,
                        end);
                return end;
            }
            Optional<Term> name = tokens.opens(i) ? lexicon.name(tokens, i + 1) : Optional.empty();
            if (name.isPresent()
                    && tokens.closes(name.get().end())
                    && (host.type().isInferential() || host.type().is("range"))) {
                host.rename(name.get().type(), name.get().end() + 1);
                return name.get().end() + 1;
            }
            return i;
        }

        private Optional<IntervalReader.Found> trailing(Reading host, int i) {
            return IntervalReader.trailing(tokens, i)
                    .filter(found ->
                            found.interval().lower().compareTo(host.quantity().low()) <= 0
                                    && found.interval()
                                                    .upper()
                                                    .compareTo(host.quantity().high())
                                            >= 0);
        }

        private int size(int i) {
            String word = tokens.text(i);
            boolean letter =
                    word.equals("n") || word.equals("N") || word.equals("Ns") || word.equals("k") || word.equals("K");
            RelationWords.Match relation = RelationWords.signAt(tokens, i + 1);
            if (!letter || relation.end() == i + 1 && !tokens.opens(i - 1)) {
                return i;
            }
            Optional<Measure> measure = measures.at(tokens, relation.end());
            if (measure.isEmpty()
                    || measure.get().hasFraction()
                    || measure.get().percent()) {
                return i;
            }
            Quantity quantity = relation.relation() == Relation.EQUAL
                    ? measure.get().quantity()
                    : measure.get().withRelation(relation.relation(), i).quantity();
            Optional<Term> unit = lexicon.unit(tokens, measure.get().end())
                    .filter(term -> term.type().is("count"));
            int end = unit.map(Term::end).orElse(measure.get().end());
            StatisticType type =
                    lexicon.type(word.toLowerCase(java.util.Locale.ROOT).substring(0, 1));
            readings.size(Reading.of(
                    type,
                    quantity,
                    unit.map(term -> tokens.words(term.start(), term.end())).orElse(""),
                    i,
                    end));
            return end;
        }

        private int attachment(int i) {
            Optional<AttachmentReader.Found> found = AttachmentReader.at(tokens, i);
            if (found.isPresent()) {
                readings.attach(found.get().attachment(), i, found.get().end());
                return found.get().end();
            }
            Optional<AttachmentReader.FoundProbability> p = AttachmentReader.probability(tokens, i);
            p.ifPresent(probability -> probabilities.link(probability, i));
            if (p.isPresent()) {
                return p.get().end();
            }
            if (tokens.isOneOf(i, QUARTILES)) {
                int at = tokens.lower(i + 1).equals("range") ? i + 2 : i + 1;
                Optional<IntervalReader.Found> bounds = IntervalReader.after(tokens, at);
                bounds.ifPresent(quartiles -> {
                    readings.spreadByQuartiles(i);
                    readings.add(range(quartiles.interval(), i, quartiles.end()));
                });
                return bounds.map(IntervalReader.Found::end).orElse(i);
            }
            return i;
        }

        private int name(int i) {
            Optional<Term> term = lexicon.name(tokens, i);
            if (term.isEmpty()) {
                return i;
            }
            if (Conventions.isErrorRate(tokens, term.get())) {
                return measures.at(
                                tokens,
                                RelationWords.at(tokens, term.get().end()).end())
                        .map(Measure::end)
                        .orElse(term.get().end());
            }
            Optional<Reading> reading = named.read(tokens, term.get()).map(readings::listedByPlural);
            if (reading.isEmpty()) {
                announced = term;
                return term.get().end();
            }
            announced = Optional.empty();
            if (!continuesRange(reading.get(), i)) {
                readings.add(reading.get());
            }
            return reading.get().end();
        }

        /** "between d = .1 and d = .3" is one value; "from d = .6 to d = .4" is two. */
        private boolean continuesRange(Reading reading, int i) {
            boolean joined =
                    tokens.lower(i - 1).equals("and") || tokens.lower(i - 1).equals("to");
            Optional<Reading> last = readings.last()
                    .filter(before ->
                            joined && before.end() == i - 1 && before.type().equals(reading.type()))
                    .filter(before -> tokens.anyBefore(before.first(), 3, MERGING));
            last.ifPresent(before -> before.extendTo(reading.quantity().high(), reading.end()));
            return last.isPresent();
        }

        private int number(int i) {
            Optional<Reading> share = shares.at(tokens, i);
            Optional<Measure> measure = share.isPresent() ? Optional.empty() : measures.at(tokens, i);
            Optional<Reading> reading = share.or(() -> measure.flatMap(this::meaning));
            reading.ifPresent(readings::add);
            return reading.map(Reading::end)
                    .orElseGet(() -> measure.map(this::unread).orElse(i));
        }

        /** A number that means nothing is passed over whole, so that neither its end nor its bounds are values. */
        private int unread(Measure measure) {
            return IntervalReader.bare(tokens, measure.end())
                    .map(IntervalReader.Found::end)
                    .orElse(measure.end());
        }

        private Optional<Reading> meaning(Measure measure) {
            Optional<Reading> byName = announced.flatMap(term -> named.announced(tokens, term, measure));
            if (byName.isPresent()) {
                announced = Optional.empty();
                return byName;
            }
            return CentreReader.read(tokens, measure, readings)
                    .or(() -> descriptions.read(tokens, measure))
                    .or(() -> values.read(tokens, measure, readings));
        }
    }
}
