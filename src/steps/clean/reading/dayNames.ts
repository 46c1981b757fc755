/** Months of English, German, French, Spanish, Italian, Portuguese and Dutch, without accents; short forms without their point. */
export const months = [
  'january jan januar janner janvier janv enero ene gennaio gen janeiro januari',
  'february feb februar februari fevrier fevr fev febrero febbraio fevereiro',
  'march mar marz maerz mrz mars marzo marco maart mrt',
  'april apr avril avr abril abr aprile',
  'may mai mayo maggio mag maio mei',
  'june jun juni juin junio giugno giu junho',
  'july jul juli juillet juil julio luglio lug julho',
  'august aug aout agosto ago augustus',
  'september sep sept septembre septiembre settembre set setembro',
  'october oct oktober okt octobre octubre ottobre ott outubro out',
  'november nov novembre noviembre novembro',
  'december dec dezember dez decembre diciembre dic dicembre dezembro',
];

/** Words beside a day that say nothing of which day it is: weekdays, and `5th of March`, `1er mars`, `5 de marzo`. */
export const silent =
  'monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun ' +
  'montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so ' +
  'lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim ' +
  'lunes martes miercoles mie jueves jue viernes vie sabado sab domingo dom ' +
  'lunedi martedi mercoledi giovedi gio venerdi sabato domenica ' +
  'segunda terca quarta quinta sexta feira maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo ' +
  'st nd rd th er o de of the den le el';
