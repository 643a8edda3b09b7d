/**
 * Methods to try the frontend and the backends on: written for the purpose, assembled, and found in libraries, with
 * inputs for them. Reused by other modules as a test jar.
 */
package dev.fluxion.frontend.corpus;
