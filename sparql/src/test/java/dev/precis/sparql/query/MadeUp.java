package dev.precis.sparql.query;

import dev.precis.sparql.query.Detail.Estimate;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Estimates that nobody published. */
public final class MadeUp {
    private MadeUp() {}

    /**
     * An estimate of which only this is known.
     *
     * @param told its components and their values, such as {@code ciLower=0.1}
     */
    public static Estimate estimate(String... told) {
        List<String> names = Arrays.stream(Estimate.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        List<String> values = new ArrayList<>(names.stream().map(name -> "").toList());
        for (String one : told) {
            int equals = one.indexOf('=');
            values.set(names.indexOf(one.substring(0, equals)), one.substring(equals + 1));
        }
        try {
            return (Estimate) Estimate.class.getDeclaredConstructors()[0].newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
