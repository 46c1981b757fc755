/** As Windows wrote Vietnamese: letters, and their tones as marks behind them. */
function toMarked(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/([\u0300\u0301\u0303\u0309\u0323])([\u0302\u0306\u031b])/g, '$2$1')
    .replaceAll(/.[\u0302\u0306\u031b]/g, (letter) => letter.normalize('NFC'));
}

/** Texts as files have them: running words, and rows of a table. Written for the tests of encodings. */
export const languages = {
  chinese:
    '本月华东地区的销售额比去年同期增长了百分之十二，主要来自线上渠道。客户反映物流速度有所改善，但是部分商品仍然缺货。请各部门在周五之前提交下季度的预算，并说明增加人员的理由。如果数据有误，请联系财务部的同事核对以后再修改。\n' +
    '订单编号,客户姓名,城市,商品名称,数量,单价,备注\n10021,王小明,上海市,无线鼠标,2,89.00,已发货\n10022,李丽华,北京市,机械键盘,1,399.00,待付款\n10023,陈建国,广州市,显示器支架,3,158.50,客户要求开发票\n10024,赵敏,成都市,笔记本电脑,1,6299.00,送货上门，周末收货\n',
  taiwanese:
    '本月北部地區的營業額比去年同期成長百分之十二，主要來自網路通路。顧客反映物流速度有改善，但是部分商品仍然缺貨。請各部門在星期五以前提出下一季的預算，並說明增加人員的理由。如果資料有錯誤，請聯絡財務部的同事確認之後再修改。\n' +
    '訂單編號,客戶姓名,縣市,商品名稱,數量,單價,備註\n10021,王小明,臺北市,無線滑鼠,2,890,已出貨\n10022,李麗華,新竹縣,機械鍵盤,1,3990,待付款\n10023,陳建國,高雄市,螢幕支架,3,1585,客戶要求開發票\n10024,張淑芬,臺中市,筆記型電腦,1,29900,送貨到府，週末收貨\n',
  japanese:
    '今月の東日本の売上は前年同月に比べて十二パーセント増加しました。主な要因はオンライン販売の伸びです。配送は早くなったという声がある一方で、一部の商品は在庫切れが続いています。各部署は金曜日までに来期の予算案を提出し、増員の理由を説明してください。データに誤りがある場合は、経理部に確認してから修正をお願いします。\n' +
    '注文番号,氏名,都道府県,商品名,数量,単価,備考\n10021,佐藤健一,東京都,ワイヤレスマウス,2,2980,発送済み\n10022,鈴木花子,大阪府,キーボード,1,12800,入金待ち\n10023,高橋誠,北海道,モニターアーム,3,5400,領収書を希望\n10024,田中美咲,福岡県,ノートパソコン,1,98000,週末に配達\n',
  korean:
    '이번 달 수도권 매출은 지난해 같은 기간보다 십이 퍼센트 늘었습니다. 온라인 판매가 크게 증가한 것이 주된 이유입니다. 배송이 빨라졌다는 의견이 많지만 일부 상품은 여전히 품절 상태입니다. 각 부서는 금요일까지 다음 분기 예산을 제출하고 인원을 늘려야 하는 이유를 설명해 주세요. 자료에 오류가 있으면 재무팀에 확인한 뒤 수정하시기 바랍니다.\n' +
    '주문번호,고객이름,지역,상품명,수량,단가,비고\n10021,김민수,서울특별시,무선 마우스,2,29000,배송완료\n10022,이영희,부산광역시,기계식 키보드,1,128000,입금대기\n10023,박철수,대구광역시,모니터 받침대,3,54000,영수증 요청\n10024,최지은,경기도 성남시,노트북 컴퓨터,1,980000,주말 배송 희망\n',
  russian:
    'В этом месяце продажи в Северо-Западном регионе выросли на двенадцать процентов по сравнению с прошлым годом. Клиенты отмечают, что доставка стала быстрее, однако часть товаров по-прежнему отсутствует на складе. Просим все отделы до пятницы представить бюджет на следующий квартал и объяснить, зачем нужны новые сотрудники.\n' +
    'Номер;Клиент;Город;Товар;Количество;Цена\n10021;Иванов Пётр;Санкт-Петербург;Мышь беспроводная;2;890,00\n10022;Смирнова Анна;Екатеринбург;Клавиатура;1;3990,00\n10023;Кузнецов Олег;Нижний Новгород;Кронштейн для монитора;3;1585,50\n',
  ukrainian:
    'Цього місяця продажі в західному регіоні зросли на дванадцять відсотків порівняно з минулим роком. Клієнти кажуть, що доставка стала швидшою, але частини товарів і досі немає на складі. Просимо всі відділи до п’ятниці подати бюджет на наступний квартал і пояснити, навіщо потрібні нові працівники.\n' +
    'Номер;Клієнт;Місто;Товар;Кількість;Ціна\n10021;Шевченко Петро;Київ;Миша бездротова;2;890,00\n10022;Коваленко Ганна;Львів;Клавіатура;1;3990,00\n10023;Бондаренко Олег;Чернівці;Підставка для монітора;3;1585,50\n',
  bulgarian:
    'Този месец продажбите в южния район се увеличиха с дванадесет процента спрямо миналата година. Клиентите казват, че доставката е по-бърза, но част от стоките все още липсват в склада. Молим всички отдели да представят бюджета за следващото тримесечие до петък и да обяснят защо са нужни нови служители.\n' +
    'Номер;Клиент;Град;Стока;Брой\n10021;Георги Петров;София;Безжична мишка;2\n10022;Мария Иванова;Пловдив;Клавиатура;1\n10023;Димитър Стоянов;Велико Търново;Стойка за монитор;3\n',
  greek:
    'Αυτόν τον μήνα οι πωλήσεις στη βόρεια Ελλάδα αυξήθηκαν κατά δώδεκα τοις εκατό σε σχέση με πέρυσι. Οι πελάτες λένε ότι η παράδοση έγινε πιο γρήγορη, όμως ορισμένα προϊόντα λείπουν ακόμη από την αποθήκη. Παρακαλούμε όλα τα τμήματα να υποβάλουν τον προϋπολογισμό έως την Παρασκευή και να εξηγήσουν γιατί χρειάζονται νέοι υπάλληλοι.\n' +
    'Αριθμός;Πελάτης;Πόλη;Προϊόν;Ποσότητα\n10021;Γιώργος Παπαδόπουλος;Αθήνα;Ασύρματο ποντίκι;2\n10022;Ελένη Νικολάου;Θεσσαλονίκη;Πληκτρολόγιο;1\n10023;Κώστας Βασιλείου;Ηράκλειο;Βάση οθόνης;3\n',
  polish:
    'W tym miesiącu sprzedaż w województwie śląskim wzrosła o dwanaście procent w porównaniu z zeszłym rokiem. Klienci mówią, że przesyłki docierają szybciej, ale części towarów wciąż brakuje w magazynie. Prosimy wszystkie działy, żeby do piątku złożyły budżet na przyszły kwartał i wyjaśniły, dlaczego potrzebują nowych pracowników.\n' +
    'Numer;Klient;Miasto;Towar;Ilość\n10021;Paweł Wiśniewski;Łódź;Mysz bezprzewodowa;2\n10022;Małgorzata Dąbrowska;Kraków;Klawiatura;1\n10023;Grzegorz Zieliński;Gdańsk;Uchwyt na ścianę;3\n',
  czech:
    'Tento měsíc se prodej v jižních Čechách zvýšil o dvanáct procent ve srovnání s loňským rokem. Zákazníci říkají, že zásilky přicházejí rychleji, ale část zboží na skladě stále chybí. Žádáme všechna oddělení, aby do pátku předložila rozpočet na příští čtvrtletí a vysvětlila, proč potřebují nové zaměstnance.\n' +
    'Číslo;Zákazník;Město;Zboží;Množství\n10021;Tomáš Dvořák;České Budějovice;Bezdrátová myš;2\n10022;Lucie Němcová;Plzeň;Klávesnice;1\n10023;Jiří Šťastný;Třebíč;Držák monitoru;3\n',
  slovak:
    'Tento mesiac sa predaj na východnom Slovensku zvýšil o dvanásť percent v porovnaní s minulým rokom. Zákazníci hovoria, že zásielky prichádzajú rýchlejšie, ale časť tovaru v sklade stále chýba. Žiadame všetky oddelenia, aby do piatka predložili rozpočet na ďalší štvrťrok a vysvetlili, prečo potrebujú nových ľudí.\n' +
    'Číslo;Zákazník;Mesto;Tovar;Množstvo\n10021;Ľubomír Kováč;Košice;Bezdrôtová myš;2\n10022;Zuzana Hrušková;Žilina;Klávesnica;1\n10023;Štefan Baláž;Banská Bystrica;Držiak monitora;3\n',
  hungarian:
    'Ebben a hónapban a keleti megyékben tizenkét százalékkal nőtt az eladás a tavalyi évhez képest. A vevők szerint gyorsabb lett a kiszállítás, de néhány termék még mindig hiányzik a raktárból. Kérjük, hogy péntekig minden osztály nyújtsa be a következő negyedév költségvetését, és írja meg, miért van szükség új munkatársakra.\n' +
    'Szám;Vevő;Város;Termék;Mennyiség\n10021;Kovács Péter;Győr;Vezeték nélküli egér;2\n10022;Szűcs Ágnes;Debrecen;Billentyűzet;1\n10023;Tóth István;Székesfehérvár;Monitortartó állvány;3\n',
  romanian:
    'În această lună vânzările din Moldova au crescut cu doisprezece la sută faţă de anul trecut. Clienţii spun că livrarea este mai rapidă, însă o parte din mărfuri lipseşte încă din depozit. Rugăm toate secţiile să prezinte până vineri bugetul pentru trimestrul următor şi să explice de ce au nevoie de angajaţi noi.\n' +
    'Număr;Client;Oraş;Marfă;Cantitate\n10021;Ştefan Munteanu;Iaşi;Mouse fără fir;2\n10022;Ioana Brânză;Bucureşti;Tastatură;1\n10023;Mihai Câmpeanu;Târgu Mureş;Suport pentru ecran;3\n',
  croatian:
    'Ovaj je mjesec prodaja u Slavoniji porasla za dvanaest posto u odnosu na prošlu godinu. Kupci kažu da pošiljke stižu brže, ali dio robe još uvijek nedostaje u skladištu. Molimo sve odjele da do petka predaju proračun za sljedeće tromjesečje i objasne zašto im trebaju novi radnici, kada će početi i što će raditi.\n' +
    'Broj;Kupac;Grad;Roba;Količina\n10021;Đuro Horvatić;Osijek;Bežični miš;2\n10022;Željka Perić;Šibenik;Tipkovnica;1\n10023;Krešimir Čović;Čakovec;Držač zaslona;3\n',
  german:
    'In diesem Monat stieg der Umsatz in Süddeutschland gegenüber dem Vorjahr um zwölf Prozent. Die Kundschaft lobt die schnellere Lieferung, doch für einige Artikel ist das Lager noch immer leer. Wir bitten alle Abteilungen, bis Freitag den Haushalt für das nächste Vierteljahr vorzulegen und zu begründen, weshalb zusätzliche Stellen nötig wären.\n' +
    'Nummer;Kunde;Straße;Ort;Stück\n10021;Jürgen Müller;Hauptstraße 5;Köln;2\n10022;Käthe Größler;Am Gänsemarkt 12;Lübeck;1\n10023;Björn Schäfer;Schloßallee 3;Würzburg;3\n',
  french:
    'Ce mois-ci, les ventes de la région Rhône-Alpes ont augmenté de douze pour cent par rapport à l’année dernière. Les clients trouvent la livraison plus rapide, mais certains articles manquent toujours à l’entrepôt. Nous prions tous les services de présenter leur budget du prochain trimestre avant vendredi et d’expliquer où et à quoi serviront les employés supplémentaires.\n' +
    'Numéro;Client;Ville;Désignation;Quantité\n10021;François Lefèvre;Besançon;Souris sans fil;2\n10022;Hélène Bâcle;Nîmes;Clavier mécanique;1\n10023;Jérôme Noël;Orléans;Support d’écran;3\n',
  spanish:
    'Este mes las ventas de la región andaluza aumentaron un doce por ciento con respecto al año pasado. Los clientes dicen que el envío es más rápido, aunque algunos artículos todavía faltan en el almacén. ¿Podrían todas las secciones presentar antes del viernes el presupuesto del próximo trimestre y explicar por qué necesitarán más compañeros?\n' +
    'Número;Cliente;Población;Artículo;Cantidad\n10021;José Núñez;Málaga;Ratón inalámbrico;2\n10022;María Ibáñez;León;Teclado mecánico;1\n10023;Ramón Peña;Cádiz;Soporte de pantalla;3\n',
  portuguese:
    'Neste mês as vendas da região Norte cresceram doze por cento em relação ao ano passado. Os clientes dizem que a entrega está mais rápida, mas alguns artigos ainda não estão disponíveis no armazém. Pedimos a todas as secções que apresentem até sexta-feira o orçamento do próximo trimestre e que expliquem por que razão são necessários novos funcionários.\n' +
    'Número;Cliente;Município;Descrição;Quantidade\n10021;João Gonçalves;São Paulo;Rato sem fios;2\n10022;Conceição Araújo;Évora;Teclado português;1\n10023;Antônio Simões;Brasília;Suporte de ecrã;3\n',
  italian:
    'Questo mese le vendite nel Nord sono cresciute del dodici per cento rispetto all’anno scorso. I clienti dicono che la consegna è più rapida, però alcuni articoli non sono ancora disponibili perché il magazzino è vuoto. Chiediamo a tutti gli uffici di presentare entro venerdì il bilancio e di spiegare quali novità ci saranno e perché servirà più personale.\n' +
    'Numero;Cliente;Città;Quantità\n10021;Niccolò Rossi;Forlì;2\n10022;Mariù Bianchi;Cefalù;1\n10023;Andrea Però;Città di Castello;3\n',
  swedish:
    'Den här månaden ökade försäljningen i Västra Götaland med tolv procent jämfört med förra året. Kunderna säger att leveranserna går fortare, men några varor saknas fortfarande på lagret. Vi ber alla avdelningar att lämna in budgeten för nästa kvartal före fredag och att förklara varför de behöver fler anställda.\n' +
    'Nummer;Kund;Ort;Vara;Antal\n10021;Åsa Sjöberg;Malmö;Trådlös mus;2\n10022;Göran Lindström;Västerås;Tangentbord;1\n10023;Märta Öberg;Örebro;Skärmfäste;3\n',
  danish:
    'I denne måned steg salget på Sjælland med tolv procent i forhold til sidste år. Kunderne siger, at leveringen er blevet hurtigere, men nogle varer mangler stadig på lageret. Vi beder alle afdelinger om at aflevere budgettet for næste kvartal før fredag og om at forklare, hvorfor de får brug for flere medarbejdere.\n' +
    'Nummer;Kunde;By;Vare;Antal\n10021;Søren Kjær;København;Trådløs mus;2\n10022;Bodil Ægidius;Ålborg;Tastatur;1\n10023;Jørgen Nørgård;Helsingør;Skærmbeslag;3\n',
  finnish:
    'Tässä kuussa myynti kasvoi Itä-Suomessa kaksitoista prosenttia viime vuoteen verrattuna. Asiakkaat sanovat, että toimitus on nopeutunut, mutta joitakin tuotteita puuttuu yhä varastosta. Pyydämme kaikkia osastoja jättämään ensi neljänneksen talousarvion ennen perjantaita ja selittämään, miksi lisää väkeä tarvitaan.\n' +
    'Numero;Asiakas;Paikkakunta;Tuote;Määrä\n10021;Päivi Mäkinen;Jyväskylä;Langaton hiiri;2\n10022;Väinö Hämäläinen;Hämeenlinna;Näppäimistö;1\n10023;Yrjö Sjöström;Seinäjoki;Näytön teline;3\n',
  turkish:
    'Bu ay Ege bölgesindeki satışlar geçen yıla göre yüzde on iki arttı. Müşteriler teslimatın hızlandığını söylüyor, ancak bazı ürünler hâlâ depoda bulunmuyor. Tüm bölümlerin gelecek üç ayın bütçesini cuma gününe kadar sunmasını ve yeni çalışanlara neden ihtiyaç duyulduğunu açıklamasını rica ediyoruz.\n' +
    'Numara;Müşteri;Şehir;Ürün;Sayı\n10021;Ayşe Yıldız;İzmir;Kablosuz fare;2\n10022;Oğuz Çağlar;Eskişehir;Klavye tuşları;1\n10023;Gülşen Işık;Muğla;Ekran desteği;3\n',
  lithuanian:
    'Šį mėnesį pardavimai Žemaitijoje padidėjo dvylika procentų, palyginti su praėjusiais metais. Klientai sako, kad prekės pristatomos greičiau, tačiau kai kurių daiktų sandėlyje vis dar trūksta. Prašome visų skyrių iki penktadienio pateikti kito ketvirčio biudžetą ir paaiškinti, kodėl reikės naujų darbuotojų.\n' +
    'Numeris;Pirkėjas;Miestas;Prekė;Kiekis\n10021;Jonas Šimkus;Šiauliai;Belaidė pelė;2\n10022;Rūta Žukauskaitė;Panevėžys;Klaviatūra;1\n10023;Mindaugas Čepas;Mažeikiai;Ekrano stovas;3\n',
  latvian:
    'Šajā mēnesī pārdošana Kurzemē pieauga par divpadsmit procentiem salīdzinājumā ar pagājušo gadu. Pircēji saka, ka piegāde ir kļuvusi ātrāka, taču dažu preču noliktavā joprojām trūkst. Lūdzam visas nodaļas līdz piektdienai iesniegt nākamā ceturkšņa budžetu un paskaidrot, kāpēc vajadzīgi jauni darbinieki.\n' +
    'Numurs;Pircējs;Pilsēta;Prece;Skaits\n10021;Jānis Bērziņš;Liepāja;Bezvadu pele;2\n10022;Līga Kalniņa;Rēzekne;Tastatūra;1\n10023;Pēteris Ķirsis;Jūrmala;Ekrāna turētājs;3\n',
  estonian:
    'Sel kuul kasvas müük Lõuna-Eestis võrreldes eelmise aastaga kaksteist protsenti. Ostjad ütlevad, et kättetoimetamine on läinud kiiremaks, kuid mõnda kaupa laos endiselt pole. Palume kõigil osakondadel järgmise kvartali eelarve reedeks esitada ja põhjendada, miks on vaja uusi töötajaid.\n' +
    'Number;Ostja;Linn;Kaup;Kogus\n10021;Jüri Õunapuu;Põltsamaa;Juhtmeta hiir;2\n10022;Külli Mägi;Võru;Klaviatuur;1\n10023;Tõnu Šmidt;Jõhvi;Kuvari hoidja;3\n',
  hebrew:
    'החודש גדלו המכירות באזור הצפון בשנים עשר אחוזים לעומת השנה שעברה. הלקוחות אומרים שהמשלוח מהיר יותר, אבל חלק מהמוצרים עדיין חסרים במחסן. אנו מבקשים מכל המחלקות להגיש את התקציב לרבעון הבא עד יום שישי ולהסביר מדוע דרושים עובדים חדשים.\n' +
    'מספר;לקוח;עיר;מוצר\n10021;דוד לוי;חיפה;עכבר אלחוטי\n10022;רות כהן;באר שבע;מקלדת\n10023;יוסף מזרחי;נתניה;מעמד למסך\n',
  arabic:
    'ارتفعت المبيعات هذا الشهر في المنطقة الشمالية بنسبة اثني عشر في المئة مقارنة بالعام الماضي. يقول العملاء إن التوصيل أصبح أسرع، لكن بعض السلع ما زالت غير متوفرة في المخزن. نرجو من جميع الأقسام تقديم ميزانية الربع القادم قبل يوم الجمعة وشرح أسباب الحاجة إلى موظفين جدد.\n' +
    'الرقم;العميل;المدينة;المنتج\n10021;أحمد حسن;القاهرة;فأرة لاسلكية\n10022;فاطمة علي;الإسكندرية;لوحة مفاتيح\n10023;يوسف إبراهيم;الجيزة;حامل شاشة\n',
  vietnamese: toMarked(
    'Tháng này doanh số ở miền Nam tăng mười hai phần trăm so với năm ngoái. Khách hàng nói rằng giao hàng đã nhanh hơn, nhưng một số mặt hàng vẫn còn thiếu trong kho. Đề nghị các phòng ban nộp ngân sách quý tới trước thứ sáu và giải thích vì sao cần thêm nhân viên.\n' +
      'Số;Khách hàng;Thành phố;Mặt hàng;Số lượng\n10021;Nguyễn Văn Hùng;Đà Nẵng;Chuột không dây;2\n10022;Trần Thị Mỹ Lệ;Hải Phòng;Bàn phím;1\n10023;Phạm Quốc Đạt;Cần Thơ;Giá đỡ màn hình;3\n',
  ),
  thai:
    'เดือนนี้ยอดขายในภาคเหนือเพิ่มขึ้นร้อยละสิบสองเมื่อเทียบกับปีที่แล้ว ลูกค้าบอกว่าการจัดส่งเร็วขึ้น แต่สินค้าบางอย่างยังขาดอยู่ในคลัง ขอให้ทุกแผนกส่งงบประมาณของไตรมาสหน้าภายในวันศุกร์ และอธิบายว่าทำไมจึงต้องการพนักงานเพิ่ม\n' +
    'เลขที่,ลูกค้า,จังหวัด,สินค้า\n10021,สมชาย ใจดี,เชียงใหม่,เมาส์ไร้สาย\n10022,สมหญิง รักไทย,ขอนแก่น,แป้นพิมพ์\n',
} as const;

export type Language = keyof typeof languages;
