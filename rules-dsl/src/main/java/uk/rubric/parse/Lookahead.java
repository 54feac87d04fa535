package uk.rubric.parse;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * How far a text fits the grammar, and what could have come next. The parser's own errors name the decision at which it
 * gave up, which may lie before the token that fits nothing; this walks all ways at once, so the place is the furthest
 * token that can be reached and the expectations are all of them.
 */
final class Lookahead {
  /** Where a rule goes on when the rule that it called has ended. */
  private record Return(ATNState state, Return outer) {}

  private record Way(ATNState state, Return back) {}

  /**
   * @param index of the first token that fits no way
   * @param expected the types of tokens that would have fitted there
   */
  record Reached(int index, IntervalSet expected) {}

  private final ATN atn;
  private final TokenStream tokens;

  Lookahead(ATN atn, TokenStream tokens) {
    this.atn = atn;
    this.tokens = tokens;
  }

  /** From the first token of a rule that was entered. */
  Reached fromStartOf(RuleContext rule, int firstToken) {
    return walk(new Way(atn.ruleToStartState[rule.getRuleIndex()], returnsOf(rule)), firstToken);
  }

  /** From the place in a rule at which the parser stands. */
  Reached fromState(int state, RuleContext rule, int token) {
    return walk(new Way(atn.states.get(state), returnsOf(rule)), token);
  }

  /** From the first token of a part of a list, whatever the list stands in; nothing is expected behind its end. */
  Reached fromPartOf(int list, int part, int firstToken) {
    return atn.states.stream()
        .filter(state -> state != null && state.ruleIndex == list)
        .flatMap(state -> Arrays.stream(state.getTransitions()))
        .filter(to -> to instanceof RuleTransition call && call.ruleIndex == part)
        .map(to -> new Way(to.target, new Return(((RuleTransition) to).followState, null)))
        .findFirst()
        .map(way -> walk(way, firstToken))
        .orElseThrow();
  }

  private Return returnsOf(RuleContext rule) {
    if (rule.parent == null || rule.invokingState < 0) {
      return null;
    }
    RuleTransition call = (RuleTransition) atn.states.get(rule.invokingState).transition(0);
    return new Return(call.followState, returnsOf(rule.parent));
  }

  private Reached walk(Way start, int firstToken) {
    Set<Way> ways = closure(Set.of(start));
    int index = onChannel(firstToken);
    while (true) {
      Set<Way> next = step(ways, tokens.get(index).getType());
      if (next.isEmpty() || tokens.get(index).getType() == Token.EOF) {
        return new Reached(index, expected(ways));
      }
      ways = closure(next);
      index = onChannel(index + 1);
    }
  }

  private int onChannel(int index) {
    int at = index;
    while (tokens.get(at).getChannel() != Token.DEFAULT_CHANNEL) {
      at++;
    }
    return at;
  }

  private static Set<Way> step(Set<Way> ways, int type) {
    Set<Way> next = new HashSet<>();
    for (Way way : ways) {
      for (Transition transition : way.state.getTransitions()) {
        if (!transition.isEpsilon() && transition.label().contains(type)) {
          next.add(new Way(transition.target, way.back));
        }
      }
    }
    return next;
  }

  private static Set<Way> closure(Set<Way> from) {
    Set<Way> seen = new HashSet<>(from);
    Deque<Way> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      for (Way free : freeSteps(open.pop())) {
        if (seen.add(free)) {
          open.push(free);
        }
      }
    }
    return seen;
  }

  private static Set<Way> freeSteps(Way way) {
    Set<Way> found = new HashSet<>();
    if (way.state instanceof RuleStopState) {
      if (way.back != null) {
        found.add(new Way(way.back.state, way.back.outer));
      }
      return found;
    }
    for (Transition transition : way.state.getTransitions()) {
      if (transition instanceof RuleTransition call) {
        found.add(new Way(call.target, new Return(call.followState, way.back)));
      } else if (transition.isEpsilon()) {
        found.add(new Way(transition.target, way.back));
      }
    }
    return found;
  }

  private static IntervalSet expected(Set<Way> ways) {
    IntervalSet types = new IntervalSet();
    for (Way way : ways) {
      for (Transition transition : way.state.getTransitions()) {
        if (!transition.isEpsilon()) {
          types.addAll(transition.label());
        }
      }
    }
    return types;
  }
}
