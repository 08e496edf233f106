// Which acts there are, what each asks, and the decision it makes.

import { say } from "/static/common/words.js";
import { hourOf } from "./hours.js";
import { value, values, ticked } from "./actfields.js";

const done = (name) => (room) => (room.options.done[name] ? say("act.done") : "");
const partners = (room) => room.options.partners;
const services = (room) => room.options.partners.flatMap((one) => one.services.map((service) => ({ id: `${one.id}/${service.id}`, name: `${service.name} (${one.name})` })));
const notices = (room) => room.options.duties.filter((duty) => duty.phases.length);
const phases = (room) => [...new Map(notices(room).flatMap((duty) => duty.phases).map((phase) => [phase.id, phase])).values()];
const named = (room) => room.options.spokespeople.filter((one) => one.named).map((one) => one.id);
const helpline = (open) => (room) => Boolean(room.options.helpline) && room.options.helpline.open === open;
const AGENTS = { type: "number", name: "agents", min: 1, max: 5000, step: 1 };

/** The acts in the order in which a crisis usually wants them. */
export const ACTS = [
  { do: "activate_cell", state: done("cell") },
  { do: "monitor_media", state: done("monitoring") },
  {
    do: "name_spokespeople",
    state: (room) => room.options.spokespeople.filter((one) => one.named).map((one) => one.name).join(", "),
    watch: (room) => room.options.spokespeople,
    fields: (room) => [{ type: "many", name: "spokespeople", items: room.options.spokespeople, chosen: named(room) }],
    build: (form) => ({ spokespeople: values(form, "spokespeople") }),
  },
  { do: "open_press_line", state: done("press_line") },
  {
    do: "set_line",
    watch: (room) => [room.known.facts, room.known.claims],
    fields: () => [{ type: "facts", name: "facts" }, { type: "claims", name: "claims" }],
    build: (form) => ({ facts: values(form, "facts"), claims: values(form, "claims") }),
  },
  {
    do: "notify_authority",
    possible: (room) => notices(room).length > 0,
    watch: (room) => [notices(room), room.known.facts],
    fields: (room) => [
      { type: "select", name: "duty", items: notices(room).map((duty) => ({ ...duty, name: duty.met ? `${duty.name} (${say("act.met")})` : duty.name })) },
      { type: "select", name: "phase", items: phases(room) },
      { type: "facts", name: "facts" },
      { type: "tick", name: "reasons" },
    ],
    build: (form) => ({ duty: value(form, "duty"), phase: value(form, "phase"), facts: values(form, "facts"), reasons: ticked(form, "reasons") }),
  },
  {
    do: "file_complaint",
    watch: (room) => room.options.duties,
    fields: (room) => {
      const clocks = room.options.duties.filter((duty) => !duty.met);
      return clocks.length ? [{ type: "select", name: "duty", items: [{ id: "", name: say("act.no_clock") }, ...clocks] }] : [];
    },
    build: (form) => (value(form, "duty") ? { duty: value(form, "duty") } : {}),
  },
  {
    do: "inform_partner",
    possible: (room) => partners(room).length > 0,
    watch: partners,
    state: (room) => partners(room).filter((one) => one.informed).map((one) => one.name).join(", "),
    fields: (room) => [{ type: "select", name: "partner", items: partners(room) }],
    build: (form) => ({ partner: value(form, "partner") }),
  },
  {
    do: "agree_with_partner",
    possible: (room) => partners(room).length > 0,
    watch: partners,
    fields: (room) => [
      { type: "select", name: "partner", items: partners(room) },
      { type: "select", name: "who_acts", items: ["us", "partner", "together"].map((id) => ({ id, name: say(`act.who_acts.${id}`) })) },
      { type: "number", name: "our_share", min: 0, max: 100, step: 5, value: 50 },
    ],
    build: (form) => ({ partner: value(form, "partner"), who_acts: value(form, "who_acts"), our_share: Number(value(form, "our_share")) / 100 }),
  },
  {
    do: "use_service",
    possible: (room) => services(room).length > 0,
    watch: partners,
    fields: (room) => [{ type: "select", name: "service", items: services(room) }],
    build: (form) => {
      const [partner, service] = value(form, "service").split("/");
      return { partner, service };
    },
  },
  {
    do: "open_helpline",
    possible: helpline(false),
    watch: (room) => room.options.helpline,
    fields: () => [{ ...AGENTS, value: 10 }, { type: "hour", name: "opens", value: "09:00" }, { type: "hour", name: "closes", value: "18:00" }, { type: "tick", name: "weekends" }],
    build: (form) => ({ agents: Number(value(form, "agents")), opens: hours(form, "opens"), closes: hours(form, "closes"), weekends: ticked(form, "weekends") }),
  },
  {
    do: "resize_helpline",
    possible: helpline(true),
    state: (room) => say("act.agents", { n: room.options.helpline.agents }),
    watch: (room) => room.options.helpline,
    fields: (room) => [{ ...AGENTS, value: room.options.helpline.agents }],
    build: (form) => ({ agents: Number(value(form, "agents")) }),
  },
  { do: "close_helpline", possible: helpline(true) },
];

/** "09:30" as hours of the day; a closing at 00:00 means midnight. */
function hours(form, name) {
  const [hour, minute] = (hourOf(value(form, name)) ?? "00:00").split(":").map(Number);
  const whole = hour + minute / 60;
  return name === "closes" && whole === 0 ? 24 : whole;
}
