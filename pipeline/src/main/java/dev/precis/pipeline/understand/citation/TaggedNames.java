package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.domain.Span;
import dev.precis.pipeline.understand.citation.tagger.Label;
import dev.precis.pipeline.understand.citation.tagger.Tagging;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts authors together from family and given names, in whichever order they were printed. */
final class TaggedNames {
    private static final Set<String> SUFFIXES = Set.of("Jr", "Sr", "II", "III", "IV");

    private final CitationReading reading;
    private final Tagging tagging;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Contributor> people = new ArrayList<>();
    private final List<Span> places = new ArrayList<>();
    private int elidedAfter = Citation.COMPLETE;

    TaggedNames(CitationReading reading, Tagging tagging) {
        this.reading = reading;
        this.tagging = tagging;
    }

    /** Words of one label with nothing but spaces, stops and hyphens between; {@code parted} tells a comma before. */
    private record Piece(Label label, int start, int end, boolean parted) {}

    /** Gives the reading its authors. */
    void read() {
        collect();
        int i = 0;
        while (i < pieces.size()) {
            Piece piece = pieces.get(i);
            Piece next = i + 1 < pieces.size() ? pieces.get(i + 1) : piece;
            if (piece.label() == Label.NAME_OTHER) {
                readOther(piece);
                i++;
            } else if (next != piece && isPair(piece, next)) {
                add(piece.label() == Label.FAMILY ? piece : next, piece.label() == Label.FAMILY ? next : piece);
                i += 2;
            } else if (piece.label() == Label.FAMILY && isGivenName(i)) {
                lengthen(piece);
                i++;
            } else if (next.label() == Label.FAMILY && isPairOfTwoFamilies(i)) {
                add(piece, next);
                i += 2;
            } else if (piece.label() == Label.FAMILY) {
                add(piece, new Piece(Label.GIVEN, piece.end(), piece.end(), false));
                i++;
            } else if (!people.isEmpty() && !piece.parted()) {
                lengthen(piece);
                i++;
            } else {
                addWhole(piece);
                i++;
            }
        }
        joinGroup();
        reading.addAuthors(new NameReader.Names(people, places, elidedAfter, 0));
        reading.elidedAfter = elidedAfter;
    }

    /** {@code Bain & Company}: of several names without given ones not each is a body, but all together are. */
    private void joinGroup() {
        boolean bare = people.size() > 1
                && people.stream().allMatch(person -> person.given().isEmpty());
        if (bare && elidedAfter == Citation.COMPLETE) {
            int from = places.getFirst().start();
            int to = places.getLast().end();
            boolean each = people.stream().allMatch(person -> SourceWords.nameAGroup(person.family()));
            if (!each && SourceWords.nameAGroup(reading.printed(from, to))) {
                people.clear();
                places.clear();
                people.add(new Contributor(reading.printed(from, to), "", ""));
                places.add(new Span(from, to));
            }
        }
    }

    /** {@code R. Nozick} taken for given names: the last word is the family. */
    private void addWhole(Piece given) {
        int space = given.end() - 1;
        while (space > given.start() && reading.unread(space) != ' ') {
            space--;
        }
        int family = space > given.start() ? space + 1 : given.start();
        add(
                new Piece(Label.FAMILY, family, given.end(), true),
                new Piece(Label.GIVEN, given.start(), Math.max(given.start(), space), true));
    }

    /** {@code Thurstone, Louis Leon and}: what follows a given name without a comma, and has none itself. */
    private boolean isGivenName(int i) {
        boolean follows = i > 1
                && !people.isEmpty()
                && !pieces.get(i).parted()
                && pieces.get(i - 1).label() == Label.GIVEN
                && pieces.get(i - 1).parted()
                && pieces.get(i - 2).label() == Label.FAMILY;
        return follows && (i + 1 == pieces.size() || pieces.get(i + 1).label() != Label.GIVEN);
    }

    /** {@code Bazzi, Marya, Cucuringu, Mihai} among names that are printed so: an even number of lone families. */
    private boolean isPairOfTwoFamilies(int i) {
        boolean inverted = pieces.size() > 2 && pieces.get(0).label() == Label.FAMILY && isFullName(1);
        int last = i;
        while (last + 1 < pieces.size()
                && pieces.get(last + 1).label() == Label.FAMILY
                && (last + 2 == pieces.size() || pieces.get(last + 2).label() != Label.GIVEN)) {
            last++;
        }
        return inverted && last > i && (last - i) % 2 == 1 && pieces.get(i + 1).parted();
    }

    private boolean isFullName(int i) {
        Piece piece = pieces.get(i);
        return piece.label() == Label.GIVEN
                && piece.parted()
                && piece.end() - piece.start() > 2
                && reading.unread(piece.end() - 1) != '.';
    }

    /** Given names go on after a particle: {@code Portugal, A. C. de A.}. */
    private void lengthen(Piece given) {
        Contributor last = people.removeLast();
        Span place = places.removeLast();
        int from = reading.unread().toString().indexOf(last.given(), place.start());
        people.add(new Contributor(
                last.family(), reading.printed(Math.max(from, place.start()), given.end()), last.suffix()));
        places.add(new Span(place.start(), given.end()));
    }

    /** Where the last of the names ends, 0 where there is none. */
    int end() {
        return places.isEmpty() ? 0 : places.getLast().end();
    }

    private static boolean isPair(Piece piece, Piece next) {
        boolean inverted = piece.label() == Label.FAMILY && next.label() == Label.GIVEN;
        boolean natural = piece.label() == Label.GIVEN && next.label() == Label.FAMILY && !next.parted();
        return inverted || natural;
    }

    private void collect() {
        for (int i = 0; i < tagging.size(); i++) {
            Label label = tagging.label(i);
            if (label != Label.FAMILY && label != Label.GIVEN && label != Label.NAME_OTHER) {
                continue;
            }
            boolean parted = i > 0 && isParted(tagging.end(i - 1), tagging.start(i));
            int end = label == Label.GIVEN ? afterStop(tagging.end(i)) : tagging.end(i);
            Piece last = pieces.isEmpty() ? new Piece(Label.MARK, 0, 0, false) : pieces.getLast();
            if (last.label() == label && !parted && label != Label.NAME_OTHER) {
                pieces.set(pieces.size() - 1, new Piece(label, last.start(), end, last.parted()));
            } else {
                pieces.add(new Piece(label, tagging.start(i), end, parted));
            }
        }
    }

    private int afterStop(int end) {
        return end < reading.unread().length() && reading.unread(end) == '.' ? end + 1 : end;
    }

    private boolean isParted(int from, int to) {
        int stops = 0;
        for (int i = from; i < to; i++) {
            char c = reading.unread(i);
            stops += c == '.' ? 1 : 0;
            if (",;&\u2026".indexOf(c) >= 0) {
                if (c == '\u2026') {
                    elidedAfter = (int) pieces.stream()
                            .filter(piece -> piece.label() == Label.FAMILY)
                            .count();
                }
                return true;
            }
        }
        if (stops > 2) {
            elidedAfter = (int) pieces.stream()
                    .filter(piece -> piece.label() == Label.FAMILY)
                    .count();
        }
        return stops > 2;
    }

    private void readOther(Piece piece) {
        String word = reading.printed(piece.start(), piece.end());
        if (word.equals("al") || word.equals("others")) {
            elidedAfter = people.size();
        } else if (SUFFIXES.contains(word) && !people.isEmpty()) {
            Contributor last = people.removeLast();
            people.add(new Contributor(last.family(), last.given(), word));
            places.set(places.size() - 1, new Span(places.getLast().start(), piece.end()));
        }
    }

    private void add(Piece family, Piece given) {
        Span place = new Span(Math.min(family.start(), given.start()), Math.max(family.end(), given.end()));
        String name = reading.printed(family.start(), family.end());
        if (!name.isBlank()) {
            places.add(place);
            people.add(new Contributor(name, reading.printed(given.start(), given.end()), ""));
        }
    }
}
