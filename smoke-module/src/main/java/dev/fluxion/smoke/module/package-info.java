/** A consumer in a named module. */
package dev.fluxion.smoke.module;
