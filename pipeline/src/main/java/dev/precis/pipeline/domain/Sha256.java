package dev.precis.pipeline.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that names snapshots and tells whether anything has changed. */
public final class Sha256 {
    private Sha256() {}

    /** A digest to be fed. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
