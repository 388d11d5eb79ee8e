package dev.precis.pipeline.map;

import dev.precis.pipeline.domain.Citation;
import java.util.HashSet;
import java.util.Set;

/** The ids of the CSL items of one output: the name of the cited work, numbered where it comes again. */
public final class CslIds {
    private final Set<String> taken = new HashSet<>();

    String mint(Citation citation) {
        String name = Iris.workName(citation);
        String id = name;
        for (int number = 2; !taken.add(id); number++) {
            id = name + "-" + number;
        }
        return id;
    }
}
