package dev.fluxion.backend;

/**
 * Announces a backend; found by ServiceLoader. The implementation is also a {@code com.google.inject.Module} that binds
 * {@link Backend} under {@link #backendName()}; this interface says what must be known before an injector exists.
 */
public interface BackendModule {

    /** Returns the name by which users choose the backend, such as {@code cpu}. */
    String backendName();

    /** Returns how much to prefer it where none is asked for; the highest wins, {@code cpu} has 0. */
    int priority();
}
