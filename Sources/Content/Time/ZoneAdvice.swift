import Text

/// Suggests the zone of the IANA database that an author probably means.
enum ZoneAdvice {
    /// nil if no zone is likely enough: a wrong one would be worse than none.
    ///
    /// `Europe/Munich` gives `Europe/Berlin`, `Asia/Shangai` and `shanghai` give `Asia/Shanghai`,
    /// `UTC+8` gives `Etc/GMT-8`, and `CST`, the name of several zones, gives nothing.
    static func zone(for written: String) -> String? {
        let folded = written.lowercased().replacing(" ", with: "_")
        if let zone = abbreviations[folded] { return zone }
        if let zone = offset(folded) { return zone }
        let known = Zone.knownIdentifiers
        if let zone = known.first(where: { $0.lowercased() == folded }) { return zone }
        let parts = folded.split(separator: "/")
        let city = String(parts.last ?? "")
        let cityOnly = city.replacing("_", with: "").replacing("-", with: "").replacing(
            "'", with: "")
        if let zone = cities[cityOnly] { return zone }
        if let zone = known.first(where: { $0.lowercased().hasSuffix("/" + city) }) { return zone }
        // A typo, and not another city. Short names are too similar.
        guard city.utf8.count >= 5 else { return nil }
        let limit = city.utf8.count >= 8 ? 2 : 1
        if parts.count > 1 { return nearestName(to: folded, in: known, within: limit) }
        let names = known.map {
            (zone: $0, city: $0.split(separator: "/").last.map(String.init) ?? $0)
        }
        let nearest = nearestName(to: city, in: names.map(\.city), within: limit)
        return names.first { $0.city == nearest }?.zone
    }

    /// `UTC+8`, `GMT+08:00`, `+0800`: a zone of whole hours, whose sign is reversed in the
    /// database.
    private static func offset(_ folded: String) -> String? {
        var rest = folded[...]
        for prefix in ["utc", "gmt", "etc/gmt", "etc/utc"] where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count)
            break
        }
        guard let sign = rest.first, sign == "+" || sign == "-" else { return nil }
        var digits = rest.dropFirst().filter { $0 != ":" }
        if digits.count > 2 {
            guard digits.hasSuffix("00") else { return digits == "0530" ? "Asia/Kolkata" : nil }
            digits.removeLast(2)
        }
        guard digits.allSatisfy(\.isNumber), let hours = Int(digits), hours <= 14,
            sign == "+" || hours <= 12
        else { return nil }
        return hours == 0 ? "UTC" : "Etc/GMT\(sign == "+" ? "-" : "+")\(hours)"
    }

    /// Names of a single zone, and those of Windows.
    private static let abbreviations = [
        "gmt": "UTC", "z": "UTC", "utc": "UTC", "prc": "Asia/Shanghai", "jst": "Asia/Tokyo",
        "kst": "Asia/Seoul", "hkt": "Asia/Hong_Kong", "sgt": "Asia/Singapore",
        "msk": "Europe/Moscow", "cet": "Europe/Berlin", "cest": "Europe/Berlin",
        "eet": "Europe/Athens", "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles",
        "est": "America/New_York", "edt": "America/New_York", "mdt": "America/Denver",
        "aest": "Australia/Sydney", "aedt": "Australia/Sydney", "nzst": "Pacific/Auckland",
        "nzdt": "Pacific/Auckland", "china_standard_time": "Asia/Shanghai",
        "tokyo_standard_time": "Asia/Tokyo", "taipei_standard_time": "Asia/Taipei",
        "korea_standard_time": "Asia/Seoul", "india_standard_time": "Asia/Kolkata",
        "singapore_standard_time": "Asia/Singapore", "pacific_standard_time": "America/Los_Angeles",
        "eastern_standard_time": "America/New_York", "central_standard_time": "America/Chicago",
        "mountain_standard_time": "America/Denver", "gmt_standard_time": "Europe/London",
        "w._europe_standard_time": "Europe/Berlin", "romance_standard_time": "Europe/Paris",
        "russian_standard_time": "Europe/Moscow",
    ]

    /// Large cities and countries without a zone of their own, by the zone whose time they have.
    private static let cities: [String: String] = {
        let table = [
            "Asia/Shanghai": """
            beijing peking guangzhou shenzhen hangzhou nanjing suzhou chengdu wuhan xian tianjin qingdao \
            dalian shenyang xiamen changsha zhengzhou jinan hefei fuzhou kunming ningbo china 北京 上海 广州 \
            深圳 杭州 成都 中国
            """,
            "Asia/Taipei": "taiwan kaohsiung taichung tainan 台北 臺北",
            "Asia/Hong_Kong": "hongkong 香港",
            "Asia/Macau": "macao 澳门",
            "Asia/Tokyo": "osaka kyoto yokohama nagoya sapporo fukuoka kobe japan 東京 东京",
            "Asia/Seoul": "busan incheon daegu korea southkorea",
            "Asia/Kolkata": """
            bangalore bengaluru mumbai bombay delhi newdelhi chennai madras hyderabad pune ahmedabad \
            india
            """,
            "Asia/Ho_Chi_Minh": "hanoi danang vietnam", "Asia/Bangkok": "thailand chiangmai phuket",
            "Asia/Jakarta": "bandung surabaya indonesia", "Asia/Manila": "cebu philippines",
            "Asia/Kuala_Lumpur": "malaysia penang", "Asia/Karachi": "islamabad lahore pakistan",
            "Asia/Dubai": "abudhabi uae", "Asia/Riyadh": "jeddah mecca saudiarabia",
            "Asia/Jerusalem": "telaviv haifa israel", "Asia/Tehran": "iran",
            "Europe/Istanbul": "ankara izmir turkey",
            "Europe/Berlin": """
            munich münchen muenchen hamburg frankfurt cologne köln koeln stuttgart düsseldorf duesseldorf \
            dusseldorf leipzig dresden nuremberg bonn hanover karlsruhe bremen germany deutschland
            """,
            "Europe/Zurich": "geneva basel bern lausanne switzerland zürich",
            "Europe/Vienna": "graz linz salzburg austria wien",
            "Europe/Paris": "lyon marseille toulouse nice bordeaux lille strasbourg nantes france",
            "Europe/London": """
            manchester birmingham edinburgh glasgow bristol leeds liverpool cambridge oxford cardiff england \
            scotland uk unitedkingdom greatbritain
            """,
            "Europe/Dublin": "cork galway ireland",
            "Europe/Madrid": "barcelona valencia seville sevilla bilbao malaga spain",
            "Europe/Lisbon": "porto portugal",
            "Europe/Rome": "milan milano turin torino naples napoli florence bologna venice italy",
            "Europe/Amsterdam": "rotterdam thehague utrecht eindhoven netherlands holland",
            "Europe/Brussels": "antwerp ghent bruges belgium",
            "Europe/Stockholm": "gothenburg göteborg malmö malmo sweden",
            "Europe/Oslo": "bergen trondheim norway", "Europe/Copenhagen": "aarhus odense denmark",
            "Europe/Helsinki": "tampere espoo turku finland",
            "Europe/Warsaw": "krakow kraków cracow wroclaw wrocław gdansk gdańsk poznan poland",
            "Europe/Prague": "brno ostrava czechia",
            "Europe/Bucharest": "cluj timisoara iasi romania",
            "Europe/Budapest": "debrecen hungary", "Europe/Athens": "thessaloniki greece",
            "Europe/Moscow": "saintpetersburg stpetersburg petersburg kazan sochi",
            "Asia/Novosibirsk": "akademgorodok",
            "Europe/Kyiv": "kharkiv odesa odessa dnipro lviv ukraine",
            "America/New_York": """
            boston washington washingtondc philadelphia atlanta miami pittsburgh baltimore newjersey \
            charlotte orlando cleveland raleigh brooklyn
            """,
            "America/Chicago": """
            houston dallas austin sanantonio minneapolis neworleans kansascity stlouis milwaukee nashville \
            memphis texas
            """,
            "America/Denver": "saltlakecity boulder albuquerque",
            "America/Los_Angeles": """
            sanfrancisco seattle portland sandiego sanjose siliconvalley oakland sacramento lasvegas \
            california paloalto mountainview
            """,
            "America/Toronto": "ottawa montreal quebec waterloo", "America/Edmonton": "calgary",
            "America/Vancouver": "victoria",
            "America/Sao_Paulo":
                "riodejaneiro brasilia belohorizonte curitiba portoalegre saopaulo",
            "America/Mexico_City": "guadalajara puebla mexicocity",
            "America/Bogota": "medellin cali colombia", "America/Lima": "cusco arequipa peru",
            "America/Argentina/Buenos_Aires": "rosario argentina",
            "America/Santiago": "valparaiso chile",
            "Australia/Sydney": "canberra newcastle wollongong",
            "Australia/Melbourne": "geelong", "Australia/Brisbane": "goldcoast",
            "Pacific/Auckland": "wellington christchurch newzealand",
            "Africa/Johannesburg": "capetown durban pretoria southafrica",
            "Africa/Cairo": "alexandria egypt", "Africa/Lagos": "abuja ibadan nigeria",
            "Africa/Nairobi": "mombasa kenya", "Africa/Casablanca": "rabat marrakesh morocco",
        ]
        var zones: [String: String] = [:]
        for (zone, names) in table {
            for name in names.split(separator: " ") { zones[String(name)] = zone }
        }
        return zones
    }()
}
