package dev.precis.pipeline.app.run;

import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.serving.Colour;
import dev.precis.pipeline.domain.serving.ColourRole;
import dev.precis.pipeline.domain.serving.Look;
import dev.precis.pipeline.domain.serving.OwnPage;
import dev.precis.sparql.face.Face;
import dev.precis.sparql.face.FaceFile;
import dev.precis.sparql.face.Faces;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes of what profiles say what the pages of blogs look like. */
public final class BlogFaces {
    private BlogFaces() {}

    /** @param base that the site is served under */
    public static Faces of(String base, Collection<SourceProfile> profiles) {
        Map<String, Face> faces = new HashMap<>();
        profiles.forEach(profile ->
                faces.put(base + profile.path(), face(profile.serving().look())));
        return new Faces(faces);
    }

    private static Face face(Look look) {
        return new Face(
                look.logo()
                        .map(logo -> new Face.Logo(
                                new FaceFile(logo.suffix(), logo.mediaType(), logo.content()),
                                logo.width(),
                                logo.height())),
                Face.style(
                        variables(look.colours().light()),
                        variables(look.colours().dark())),
                look.pages().stream().map(BlogFaces::page).toList(),
                look.footer());
    }

    private static Face.OwnPage page(OwnPage page) {
        return new Face.OwnPage(
                page.kind().key(), page.kind() == OwnPage.Kind.ABOUT, page.title(), page.opening(), page.html());
    }

    private static Map<String, String> variables(Map<ColourRole, Colour> colours) {
        return colours.entrySet().stream()
                .collect(Collectors.toMap(
                        said -> said.getKey().variable(),
                        said -> said.getValue().toString()));
    }
}
