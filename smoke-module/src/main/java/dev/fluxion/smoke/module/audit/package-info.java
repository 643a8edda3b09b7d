/** A package that the program's rules say something of as a whole. */
package dev.fluxion.smoke.module.audit;
