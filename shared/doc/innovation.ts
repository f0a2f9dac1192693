/** Typed access to the Y.Doc of one innovation: facts, reviews, gates, trail, proposals. Canvases are in canvas.ts. */
import type * as Y from "yjs";
import type { InnovationId, LabId, LinkId } from "#shared/model/ids.ts";
import {
	type Approval,
	type Attachment,
	type GateRecord,
	type Innovation,
	innovationForms,
	innovationKinds,
	type Review,
	type ReviewEntry,
	type ReviewRound,
	reviewStates,
	type TrailEnd,
	type TrailLink,
	type Value,
} from "#shared/model/lab.ts";
import { type StageKey, stageKeys } from "#shared/model/pack.ts";
import { canvasesIn, fillCanvas, readCanvas } from "./canvas.ts";
import { names } from "./names.ts";
import type { Origin } from "./origins.ts";
import { appendRich, readRich } from "./rich.ts";
import {
	type AnyMap,
	assign,
	flagOf,
	oneOf,
	plainOf,
	recordOf,
	textOf,
} from "./values.ts";

/** The single values of an innovation. */
export type InnovationFacts = Pick<
	Innovation,
	| "name"
	| "longName"
	| "unit"
	| "stage"
	| "kind"
	| "form"
	| "digital"
	| "summary"
	| "members"
	| "startedOn"
	| "launched"
	| "monitored"
	| "illustration"
	| "archived"
	| "createdAt"
>;

export const factsMap = (doc: Y.Doc): AnyMap => doc.getMap(names.facts);

/** Writes what differs, in one transaction. */
export function writeFacts(
	doc: Y.Doc,
	patch: Partial<InnovationFacts>,
	origin: Origin,
): void {
	doc.transact(() => assign(factsMap(doc), patch), origin);
}

/** Key of a reviewed place: `<canvas>/<field>` or `<form>/<section>`. */
export const reviewKey = (of: string, part: string): string => `${of}/${part}`;

/** Adds to the review log; nothing is ever changed or taken out of it, so two coaches cannot overwrite each other. */
export function addReview(
	doc: Y.Doc,
	key: string,
	entry: ReviewEntry,
	origin: Origin,
): void {
	doc.transact(
		() => doc.getArray(names.reviews).push([{ key, ...entry }]),
		origin,
	);
}

/** Records that a form was handed in, returned or accepted. */
export function addRound(
	doc: Y.Doc,
	of: string,
	round: ReviewRound,
	origin: Origin,
): void {
	doc.transact(
		() => doc.getArray(names.rounds).push([{ of, ...round }]),
		origin,
	);
}

export function setApproval(
	doc: Y.Doc,
	stage: StageKey,
	approval: Approval | null,
	origin: Origin,
): void {
	doc.transact(() => {
		const gates = doc.getMap(names.gates);
		if (approval === null) gates.delete(`${stage}/approval`);
		else gates.set(`${stage}/approval`, approval);
	}, origin);
}

export function setOverride(
	doc: Y.Doc,
	stage: StageKey,
	override: GateRecord["override"],
	origin: Origin,
): void {
	doc.transact(() => {
		const gates = doc.getMap(names.gates);
		if (override === null) gates.delete(`${stage}/override`);
		else gates.set(`${stage}/override`, override);
	}, origin);
}

export function setTick(
	doc: Y.Doc,
	stage: StageKey,
	key: string,
	on: boolean,
	origin: Origin,
): void {
	doc.transact(
		() => assign(doc.getMap(names.gates), { [`${stage}/tick/${key}`]: on }),
		origin,
	);
}

export function addLink(doc: Y.Doc, link: TrailLink, origin: Origin): void {
	const { id, ...rest } = link;
	doc.transact(() => doc.getMap(names.trail).set(id, rest), origin);
}

export const removeLink = (doc: Y.Doc, id: LinkId, origin: Origin): void =>
	doc.transact(() => doc.getMap(names.trail).delete(id), origin);

export function addAttachment(
	doc: Y.Doc,
	attachment: Attachment,
	origin: Origin,
): void {
	doc.transact(
		() => doc.getMap(names.attachments).set(attachment.name, attachment),
		origin,
	);
}

export const headerMap = (doc: Y.Doc, form: string): AnyMap =>
	doc.getMap(names.header(form));
export const sectionFragment = (
	doc: Y.Doc,
	form: string,
	section: string,
): Y.XmlFragment => doc.getXmlFragment(names.section(form, section));

export function setHeader(
	doc: Y.Doc,
	form: string,
	field: string,
	value: Value,
	origin: Origin,
): void {
	doc.transact(() => assign(headerMap(doc, form), { [field]: value }), origin);
}

function readReviews(doc: Y.Doc): Readonly<Record<string, Review>> {
	const found: Record<string, Review> = {};
	for (const raw of doc.getArray(names.reviews).toArray()) {
		const row = recordOf(raw);
		const key = textOf(row.key);
		const state = oneOf(row.state, reviewStates);
		if (key === "" || state === null) continue;
		const entry: ReviewEntry = {
			state,
			remark: textOf(row.remark),
			by: textOf(row.by),
			at: textOf(row.at),
		};
		const before = found[key];
		const history =
			before === undefined
				? []
				: [
						...before.history,
						{
							state: before.state,
							remark: before.remark,
							by: before.by,
							at: before.at,
						},
					];
		found[key] = { ...entry, history };
	}
	return found;
}

function readRounds(
	doc: Y.Doc,
): Readonly<Record<string, readonly ReviewRound[]>> {
	const found: Record<string, ReviewRound[]> = {};
	for (const raw of doc.getArray(names.rounds).toArray()) {
		const row = recordOf(raw);
		const kind = oneOf(row.kind, [
			"submitted",
			"returned",
			"accepted",
		] as const);
		const of = textOf(row.of);
		if (kind === null || of === "") continue;
		const rounds = found[of] ?? [];
		rounds.push({
			kind,
			by: textOf(row.by),
			at: textOf(row.at),
			remark: textOf(row.remark),
		});
		found[of] = rounds;
	}
	return found;
}

function readApproval(value: unknown): Approval | null {
	if (value === undefined || value === null) return null;
	const row = recordOf(value);
	return {
		name: textOf(row.name),
		position: textOf(row.position),
		date: textOf(row.date),
		document: textOf(row.document),
		remark: textOf(row.remark),
		file: textOf(row.file),
	};
}

function readGates(doc: Y.Doc): Innovation["gates"] {
	const map = doc.getMap(names.gates);
	const gates: Partial<Record<StageKey, GateRecord>> = {};
	for (const stage of stageKeys) {
		const approval = readApproval(map.get(`${stage}/approval`));
		const overridden = recordOf(map.get(`${stage}/override`));
		const prefix = `${stage}/tick/`;
		const ticks = Object.fromEntries(
			[...map]
				.filter(([key]) => key.startsWith(prefix))
				.map(([key, on]) => [key.slice(prefix.length), flagOf(on)]),
		);
		const reason = textOf(overridden.reason);
		const override =
			reason === ""
				? null
				: { reason, by: textOf(overridden.by), at: textOf(overridden.at) };
		if (approval !== null || override !== null || Object.keys(ticks).length > 0)
			gates[stage] = { approval, override, ticks };
	}
	return gates;
}

const readEnd = (value: unknown): TrailEnd | null => {
	const row = recordOf(value);
	const place = oneOf(row.place, ["item", "field", "section"] as const);
	return place === null
		? null
		: {
				place,
				of: textOf(row.of),
				key: textOf(row.key),
				quote: textOf(row.quote),
			};
};

function readTrail(doc: Y.Doc): readonly TrailLink[] {
	const links: TrailLink[] = [];
	for (const [id, raw] of doc.getMap(names.trail)) {
		const row = recordOf(raw);
		const from = readEnd(row.from);
		const to = readEnd(row.to);
		if (from !== null && to !== null)
			links.push({
				id: id as LinkId /* the key it was put under */,
				from,
				to,
				by: textOf(row.by),
				at: textOf(row.at),
			});
	}
	return links.sort((a, b) =>
		a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1,
	);
}

function readProposals(doc: Y.Doc): Innovation["proposals"] {
	const found: Record<
		string,
		{
			form: string;
			header: Record<string, Value>;
			sections: Record<string, ReturnType<typeof readRich>>;
		}
	> = {};
	const proposal = (form: string) => {
		found[form] ??= { form, header: {}, sections: {} };
		return found[form];
	};
	for (const name of [...doc.share.keys()]) {
		const [kind, form, section] = name.split("/");
		if (form === undefined) continue;
		if (kind === "header") {
			for (const [key, value] of headerMap(doc, form))
				proposal(form).header[key] = plainOf(value);
		} else if (kind === "section" && section !== undefined) {
			const rich = readRich(sectionFragment(doc, form, section));
			if ((rich.content ?? []).length > 0)
				proposal(form).sections[section] = rich;
		}
	}
	return found;
}

function readAttachments(doc: Y.Doc): Readonly<Record<string, Attachment>> {
	const found: Record<string, Attachment> = {};
	for (const [name, raw] of doc.getMap(names.attachments)) {
		const row = recordOf(raw);
		const count = (key: string): number =>
			typeof row[key] === "number" ? row[key] : 0;
		found[name] = {
			name,
			title: textOf(row.title),
			type: textOf(row.type),
			bytes: count("bytes"),
			width: count("width"),
			height: count("height"),
		};
	}
	return found;
}

function readMembers(value: unknown): Innovation["members"] {
	if (!Array.isArray(value)) return [];
	return value
		.map((one: unknown) => ({
			name: textOf(recordOf(one).name),
			position: textOf(recordOf(one).position),
		}))
		.filter(({ name }) => name !== "");
}

/** The innovation as a plain value. Missing parts come out empty, never undefined. */
export function snapshotInnovation(
	doc: Y.Doc,
	id: InnovationId,
	lab: LabId,
): Innovation {
	const facts = factsMap(doc);
	const unit = textOf(facts.get("unit"));
	const digital = facts.get("digital");
	const canvases = canvasesIn(doc).map((def) => readCanvas(doc, def));
	return {
		id,
		lab,
		name: textOf(facts.get("name")),
		longName: textOf(facts.get("longName")),
		unit:
			unit === ""
				? null
				: (unit as Innovation["unit"]) /* stored from a UnitId */,
		stage: oneOf(facts.get("stage"), stageKeys) ?? "drum_up",
		kind: oneOf(facts.get("kind"), innovationKinds),
		form: oneOf(facts.get("form"), innovationForms),
		digital: typeof digital === "boolean" ? digital : null,
		summary: textOf(facts.get("summary")),
		members: readMembers(facts.get("members")),
		startedOn: textOf(facts.get("startedOn")),
		canvases: Object.fromEntries(
			canvases
				.filter(
					(one) =>
						one.state !== "belum" ||
						one.items.length > 0 ||
						Object.keys(one.fields).length > 0,
				)
				.map((one) => [one.def, one]),
		),
		proposals: readProposals(doc),
		reviews: readReviews(doc),
		rounds: readRounds(doc),
		gates: readGates(doc),
		trail: readTrail(doc),
		attachments: readAttachments(doc),
		launched: flagOf(facts.get("launched")),
		monitored: flagOf(facts.get("monitored")),
		illustration: textOf(facts.get("illustration")),
		archived: flagOf(facts.get("archived")),
		createdAt: textOf(facts.get("createdAt")),
	};
}

/**
 * Fills an empty document with a whole innovation.
 * @param written says whether a form field holds written text (Y.Text) or a choice, number or date.
 */
export function fillInnovation(
	doc: Y.Doc,
	value: Innovation,
	written: (canvas: string, field: string) => boolean,
	origin: Origin,
): void {
	const {
		id: _id,
		lab: _lab,
		canvases,
		proposals,
		reviews,
		rounds,
		gates,
		trail,
		attachments,
		...facts
	} = value;
	doc.transact(() => {
		writeFacts(doc, facts, origin);
		for (const canvas of Object.values(canvases))
			fillCanvas(doc, canvas, (field) => written(canvas.def, field), origin);
		for (const proposal of Object.values(proposals)) {
			for (const [field, one] of Object.entries(proposal.header))
				setHeader(doc, proposal.form, field, one, origin);
			for (const [section, rich] of Object.entries(proposal.sections))
				appendRich(sectionFragment(doc, proposal.form, section), rich);
		}
		for (const [key, { history, ...last }] of Object.entries(reviews))
			for (const entry of [...history, last])
				addReview(doc, key, entry, origin);
		for (const [of, list] of Object.entries(rounds))
			for (const round of list) addRound(doc, of, round, origin);
		for (const stage of stageKeys) {
			const gate = gates[stage];
			if (gate === undefined) continue;
			if (gate.approval !== null)
				setApproval(doc, stage, gate.approval, origin);
			if (gate.override !== null)
				setOverride(doc, stage, gate.override, origin);
			for (const [key, on] of Object.entries(gate.ticks))
				setTick(doc, stage, key, on, origin);
		}
		for (const link of trail) addLink(doc, link, origin);
		for (const attachment of Object.values(attachments))
			addAttachment(doc, attachment, origin);
	}, origin);
}
