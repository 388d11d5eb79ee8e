package dev.precis.pipeline.reconcile;

import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.domain.registry.RegistryName;
import java.util.List;

/** Compares names of authors. */
final class Authors {
    private Authors() {}

    /** Whether both lists begin with the same author. */
    static Agreement first(List<Contributor> printed, List<RegistryName> registered) {
        if (printed.isEmpty() || registered.isEmpty()) {
            return Agreement.UNKNOWN;
        }
        return isSame(printed.getFirst(), registered.getFirst()) ? Agreement.SAME : Agreement.OTHER;
    }

    /** Whether both are the same lists. */
    static boolean all(List<Contributor> printed, List<RegistryName> registered) {
        boolean same = printed.size() == registered.size();
        for (int i = 0; same && i < printed.size(); i++) {
            same = isSame(printed.get(i), registered.get(i));
        }
        return same;
    }

    /** The same family name, a particle more or less, and no other first initial. */
    static boolean isSame(Contributor printed, RegistryName registered) {
        String ours = Texts.key(printed.family());
        String theirs = Texts.key(registered.family());
        boolean family = ours.replace(" ", "").equals(theirs.replace(" ", ""))
                || ours.endsWith(" " + theirs)
                || theirs.endsWith(" " + ours);
        Agreement initial = Agreement.of(initial(printed.given()), initial(registered.given()));
        return family && initial != Agreement.OTHER;
    }

    private static String initial(String given) {
        String key = Texts.key(given);
        return key.isEmpty() || !Character.isLetter(key.charAt(0)) ? "" : key.substring(0, 1);
    }
}
