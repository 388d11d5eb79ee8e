import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Which kinds a run draws from. Two halves, so that one can stay unread by those who mend the program: {@code dev} has
 * the first half of mark-ups, irregularities and places, {@code held} the other mark-ups, all irregularities and all
 * places, those of its own half more often.
 */
record Kinds(String half) {
    Kinds {
        if (!List.of("dev", "held", "all").contains(half)) {
            throw new IllegalArgumentException("kinds are dev, held or all, not " + half);
        }
    }

    boolean markup(Markup markup) {
        return half.equals("all") || markup.setting("half", "").equals(half);
    }

    List<Irregularity> irregularities() {
        return Arrays.stream(Irregularity.values())
                .filter(i -> !half.equals("dev") || i.half.equals("dev"))
                .flatMap(i ->
                        half.equals("held") && i.half.equals("held") ? List.of(i, i, i).stream() : List.of(i).stream())
                .toList();
    }

    Place place(Random random) {
        List<Place> places = Arrays.stream(Place.values())
                .filter(place -> !half.equals("dev") || place.half.equals("dev"))
                .flatMap(place -> half.equals("held") && place.half.equals("held") && place != Place.NONE
                        ? List.of(place, place).stream()
                        : List.of(place).stream())
                .toList();
        // in dev, too, a few cite nothing
        return half.equals("dev") && random.nextInt(20) == 0 ? Place.NONE : places.get(random.nextInt(places.size()));
    }
}
