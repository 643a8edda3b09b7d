/** A consumer that requires the API alone; engine, rules and backend come by service binding. */
module dev.fluxion.smoke.module {
    requires dev.fluxion.api;
}
