/** Months of English, German, French, Spanish, Italian, Portuguese, Dutch, in lower case; short forms without their point. */
const MONTHS = [
  'january jan januar jänner janvier janv enero ene gennaio gen janeiro januari',
  'february feb februar februari février fevrier févr fevr fév febrero febbraio fevereiro fev',
  'march mar märz maerz mär mrz mars marzo março marco maart mrt',
  'april apr avril avr abril abr aprile',
  'may mai mayo maggio mag maio mei',
  'june jun juni juin junio giugno giu junho',
  'july jul juli juillet juil julio luglio lug julho',
  'august aug août aout agosto ago augustus',
  'september sep sept septembre septiembre settembre set setembro',
  'october oct oktober okt octobre octubre ottobre ott outubro out',
  'november nov novembre noviembre novembro',
  'december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro',
];

const WEEKDAYS =
  'monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun ' +
  'montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so ' +
  'lundi lun mardi mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim ' +
  'lunes martes miércoles miercoles mié mie jueves jue viernes vie sábado sabado sáb sab domingo dom ' +
  'lunedì lunedi martedì martedi mercoledì mercoledi giovedì giovedi gio venerdì venerdi sabato domenica ' +
  'segunda terça terca quarta quinta sexta feira maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo';

/** `5th of March`, `1er mars`, `5 de marzo de 2024` */
const PARTICLES = 'st nd rd th er º de of the den le el';

const NUMBERS = new Map(MONTHS.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])));
const SILENT = new Set([...WEEKDAYS.split(' '), ...PARTICLES.split(' ')]);

export function maybeMonth(word: string): number | undefined {
  return NUMBERS.get(word);
}

/** Whether a word says nothing about which day it is. */
export function isSilentWord(word: string): boolean {
  return SILENT.has(word);
}
