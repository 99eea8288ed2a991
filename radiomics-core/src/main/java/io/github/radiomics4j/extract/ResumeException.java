package io.github.radiomics4j.extract;

import java.io.IOException;
import java.io.Serial;

/**
 * What lies on disk cannot be continued: it comes from other settings, images, masks or cases, or was changed by
 * somebody else. Nothing was changed; the message names what differs.
 */
public final class ResumeException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param message what must hold and what was found
     */
    public ResumeException(String message) {
        super(message);
    }
}
