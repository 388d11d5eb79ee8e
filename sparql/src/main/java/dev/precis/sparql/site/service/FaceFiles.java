package dev.precis.sparql.site.service;

import dev.precis.sparql.face.FaceFile;
import dev.precis.sparql.face.Faces;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Answers;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Service;
import java.util.List;
import java.util.Optional;

/** The logo and the style sheet of each blog that has them, under names that change with their bytes. */
public final class FaceFiles implements Service {
    private final Faces faces;

    public FaceFiles(Faces faces) {
        this.faces = faces;
    }

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        return edition.blogOf(address.iri())
                .flatMap((Blog blog) -> Places.faceFile(blog, address).flatMap(faces.of(blog.root())::file))
                .map((FaceFile file) -> new Response(
                        200,
                        file.mediaType(),
                        file.content(),
                        edition.since(),
                        List.of(Answers.FOREVER, Answers.NOTHING_RUNS)));
    }
}
