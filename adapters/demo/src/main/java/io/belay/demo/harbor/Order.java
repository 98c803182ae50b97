package io.belay.demo.harbor;

/**
 * Something to be shipped.
 *
 * @param id what harbor calls it
 * @param ref what the customer calls it; no two orders have the same
 * @param destination where it goes
 * @param placedAt when it was placed, ISO-8601
 */
record Order(String id, String ref, String destination, String placedAt) {}
