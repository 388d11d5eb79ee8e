package dev.precis.pipeline.source.picture;

import dev.precis.pipeline.domain.page.Picture;
import dev.precis.pipeline.domain.page.PictureLink;
import java.util.Optional;

/** Where pictures are had from. */
public interface PictureSource {
    /** Nowhere. */
    PictureSource NONE = link -> Look.SILENT;

    Look look(PictureLink link);

    /** This, and where it has nothing another one; why there is nothing, this tells. */
    default PictureSource or(PictureSource other) {
        return link -> {
            Look own = look(link);
            return own.picture().isPresent()
                    ? own
                    : Optional.of(other.look(link))
                            .filter(look -> look.picture().isPresent())
                            .orElse(own);
        };
    }

    /**
     * What came of looking.
     *
     * @param reason why there is no picture: the end of a sentence that it begins; empty if that is of no interest
     */
    record Look(Optional<Picture> picture, String reason) {
        static final Look SILENT = new Look(Optional.empty(), "");

        static Look found(Picture picture) {
            return new Look(Optional.of(picture), "");
        }

        static Look none(String reason) {
            return new Look(Optional.empty(), reason);
        }
    }
}
