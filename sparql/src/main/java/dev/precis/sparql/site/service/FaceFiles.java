package dev.precis.sparql.site.service;

import dev.precis.sparql.face.FaceFile;
import dev.precis.sparql.face.Faces;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Header;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Service;
import java.util.List;
import java.util.Optional;

/** The logo and the style sheet of each blog that has them, under names that change with their bytes. */
public final class FaceFiles implements Service {
    /** RFC 8246: what is at such an address never changes. */
    private static final Header FOREVER = new Header("Cache-Control", "public, max-age=31536000, immutable");
    /** Whatever it may be taken for, nothing in it runs. */
    private static final Header POLICY = new Header("Content-Security-Policy", "default-src 'none'; sandbox");

    private final Faces faces;

    public FaceFiles(Faces faces) {
        this.faces = faces;
    }

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        return edition.blogOf(address.iri())
                .flatMap((Blog blog) -> Places.faceFile(blog, address).flatMap(faces.of(blog.root())::file))
                .map((FaceFile file) ->
                        new Response(200, file.mediaType(), file.content(), edition.since(), List.of(FOREVER, POLICY)));
    }
}
