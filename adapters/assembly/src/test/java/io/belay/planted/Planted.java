package io.belay.planted;

import io.belay.adapter.plantedone.KnowsAFunction;
import io.belay.adapter.plantedone.KnowsTheOther;
import io.belay.adapter.plantedone.ShowsItsLibrary;
import io.belay.adapter.plantedother.Other;
import io.belay.core.planted.KnowsALibrary;
import io.belay.health.planted.KnowsAnotherFunction;
import io.belay.health.planted.TellsTheTime;
import io.belay.rollback.planted.Neighbour;
import java.util.List;
import java.util.Map;

/** What breaks each rule of the house, by the rule's name. */
public final class Planted {
    /** The classes to show to each rule. */
    public static final Map<String, List<Class<?>>> BY_RULE = Map.of(
            "CORE_KNOWS_ONLY_THE_JDK", List.of(KnowsALibrary.class),
            "FUNCTIONS_KNOW_CORE_AND_NOT_ONE_ANOTHER", List.of(KnowsAnotherFunction.class, Neighbour.class),
            "ADAPTERS_KNOW_NO_FUNCTION_AND_NO_DOOR", List.of(KnowsAFunction.class),
            "ADAPTERS_DO_NOT_KNOW_ONE_ANOTHER", List.of(KnowsTheOther.class, Other.class),
            "SPRING_IS_AT_HOME_IN_ASSEMBLY", List.of(ShowsItsLibrary.class),
            "FUNCTIONS_ARE_TOLD_THE_TIME_AND_THE_SETTINGS", List.of(TellsTheTime.class),
            "NO_LIBRARY_SHOWS_THROUGH_AN_ADAPTER", List.of(ShowsItsLibrary.class),
            "NO_PACKAGES_TURN_IN_CIRCLES", List.of(Neighbour.class, KnowsAnotherFunction.class),
            "CONCRETE_CLASSES_ARE_FINAL", List.of(OrderManager.class),
            "NAMES_SAY_WHAT_A_THING_IS", List.of(OrderManager.class));

    private Planted() {}

    static class OrderManager {}
}
