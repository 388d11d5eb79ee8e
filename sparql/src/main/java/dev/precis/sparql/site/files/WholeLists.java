package dev.precis.sparql.site.files;

import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.site.References;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Site;
import dev.precis.sparql.write.Form;
import dev.precis.sparql.write.bibliography.BibTex;
import dev.precis.sparql.write.bibliography.CslJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Documents of a site that list all there is, written while they are read, some at a time: byte for byte what it sends
 * where these are asked for.
 */
public final class WholeLists {
    private static final int AT_ONCE = 500;

    private static final String EFFECT_SIZES = "api/effect-sizes" + Form.CSV.suffix();

    private final Site site;
    private final Catalogue catalogue;

    public WholeLists(Site site, Catalogue catalogue) {
        this.site = site;
        this.catalogue = catalogue;
    }

    /** All works that a blog cites, as CSL-JSON. */
    public void cslJson(Blog blog, OutputStream out) throws IOException {
        CslJson.write(works(blog), out);
    }

    /** The same as BibTeX. */
    public void bibTex(Blog blog, OutputStream out) throws IOException {
        BibTex.write(works(blog), out);
    }

    private Stream<Reference> works(Blog blog) {
        References references = References.of(site.edition(), catalogue);
        return slices(references.of(blog)).flatMap(some -> references.read(some).stream());
    }

    /** The effect sizes of all blogs that are results of a study, as CSV. */
    public void effectSizes(OutputStream out) throws IOException {
        Response table = site.get(EFFECT_SIZES, "");
        if (table.status() != 200) {
            throw new IllegalStateException(EFFECT_SIZES + " is answered with status " + table.status());
        }
        table.writeTo(out);
    }

    private static <T> Stream<List<T>> slices(List<T> all) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + AT_ONCE)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
}
