// One exercise as a facilitator or an observer follows it: sections, the chosen team, commands.
import { connect } from "../common/stream.js";
import { key, post } from "../common/api.js";
import { Clock } from "../common/time.js";
import { language, say } from "../common/words.js";

// Sections of the chosen team: dropped when another team is chosen, lest names and numbers mix.
const OF_TEAM = ["truth", "score", "desk", "staff", "who"];

export class Room {
  constructor({ exercise, commands }) {
    this.exercise = exercise;
    this.commands = commands;
    this.clock = new Clock();
    this.sections = {};
    this.team = null;
    this.views = [];
    this.tell = () => {};
    this.onState = () => {};
  }

  /** Call `draw` whenever one of `names` changes, once all of them are there. */
  on(names, draw) {
    this.views.push({ names, draw });
  }

  /** Open the stream, of the chosen team if there is one. */
  listen() {
    this.stream?.close();
    this.stream = connect({
      exercise: this.exercise,
      team: this.team ?? undefined,
      lang: language(),
      onSection: (name, data) => this.take(name, data),
      onState: (state, seconds, since) => this.onState(state, seconds, since),
    });
  }

  take(name, data) {
    this.sections[name] = data;
    if (name === "clock") this.clock.set(data);
    this.changed(name);
    if (!this.chosen) this.settle();
  }

  /** Until somebody chooses, the team is the one the room shows. */
  settle() {
    const team = this.sections.who?.team_id ?? this.sections.teams?.[0]?.id ?? null;
    if (team === this.team) return;
    this.team = team;
    this.changed("team");
  }

  changed(name) {
    for (const { names, draw } of this.views) {
      if (names.includes(name) && names.every((each) => this.has(each))) draw(this.sections);
    }
  }

  has(name) {
    return name === "team" ? this.team !== null : this.sections[name] !== undefined;
  }

  choose(team) {
    if (team === this.team) return;
    Object.assign(this, { team, chosen: true });
    for (const name of OF_TEAM) delete this.sections[name];
    this.changed("team");
    this.listen();
  }

  /** The chosen team's name, or another's. */
  name(team = this.team) {
    return this.sections.teams?.find(({ id }) => id === team)?.name ?? team ?? "";
  }

  get state() {
    return this.sections.clock?.state;
  }

  get now() {
    return this.clock.now();
  }

  /** Post to the exercise; throws ApiError. */
  post(what, body) {
    return post(`/api/exercises/${this.exercise}/${what}`, { key: key(), ...body });
  }

  direct(decision, teams = null) {
    return this.post("direct", { teams, decision });
  }

  /** Do `act` and say in the status line how it went: for commands outside of dialogs. */
  async attempt(act, done) {
    try {
      await act();
      if (done) this.tell(done);
      return true;
    } catch (error) {
      this.tell(why(error), true);
      return false;
    }
  }
}

/** Say why something failed, in the reader's language. */
export function why(error) {
  return error.say ? error.say(language()) : say("failed");
}
