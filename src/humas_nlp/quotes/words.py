"""Word classes that the clause rules need. Closed classes of Indonesian grammar."""

PRONOUNS = frozenset({"ia", "dia", "beliau", "mereka", "keduanya", "dirinya", "pihaknya"})
# Between a subject and its verb.
ADVERBS = frozenset(
    """juga pun telah sudah kembali turut kemudian lalu sendiri lantas selanjutnya sempat
    langsung bahkan lebih lanjut terus hanya masih sangat tetap secara tegas khusus
    terbuka ikut pernah selalu kerap sering justru malah tak tidak belum akhirnya""".split()
)
# A verb after one of these does not report what its subject says.
NEGATED = frozenset(
    """tidak tak belum bukan enggan akan untuk agar supaya dapat bisa harus yang perlu
    ingin mau diduga disebut dituding dituduh diminta terbukti mulai berusaha mencoba
    berhak wajib mampu siap berani berupaya berencana bertekad adalah kerap jangan usai
    setelah sebelum saat ketika guna
    demi diharapkan diimbau""".split()
)
MARKERS = frozenset(
    "bahwa agar supaya untuk bahwasanya kalau jika apabila bila apakah mengapa bagaimana".split()
)
MOODS = frozenset("agar supaya untuk".split())
# Words that make a predicate without a verbal prefix.
PREDICATES = frozenset(
    """kecewa senang bangga sedih kaget heran khawatir takut puas kagum tertarik malu rindu
    bingung marah resah gembira bahagia lega prihatin bersyukur trauma
    adalah merupakan ialah yakni yaitu ada tidak tak bukan belum jangan akan bisa dapat
    harus perlu mesti wajib boleh ingin mau sudah telah sedang masih tengah pernah
    sempat mulai punya tahu butuh menjadi jadi bakal siap mampu sangat cukup lebih
    paling sama penting kuat naik turun tumbuh masuk keluar datang pergi hadir lahir
    hidup tinggal tiba kena kembali ikut turut selalu tetap terus semakin makin juga
    hanya saja pun lah begitu demikian nyaris hampir langsung layak wajar setuju sepakat
    berupa hilang habis rusak selesai aman baik optimis yakin baru cuma minta suka
    senang bangga semoga mudah-mudahan betapa terlalu sejalan selaras murni berkat""".split()
)
# Predicates that no noun phrase holds unless a relative clause does.
STRONG = frozenset(
    """adalah merupakan ialah tidak tak bukan belum jangan akan bisa dapat harus perlu
    mesti wajib boleh telah sudah sedang masih menjadi bakal mampu ada semoga memiliki
    ingin mau siap betapa""".split()
)
# Past one of these the noun phrase of the subject is over.
SUBORDINATORS = frozenset(
    """setelah sekaligus sehingga dimana melalui sebagai mengenai terkait tentang karena
    meski walau guna demi agar supaya termasuk seperti khususnya
    berdasarkan sebelum""".split()
)
NOT_PREDICATES = frozenset(
    """menurut mengenai merah mereka media menteri meja memang mesin metode medis menit
    metro melalui tentang terhadap terkait tersebut terutama terbaik terbesar tertentu
    terakhir terdepan berbagai bersama berdasarkan beberapa berikut beras berita
    besar berat bersih di dia dinas diri digital direktur dinamika disiplin dini dirinya
    dimana dulu dua depan dekat desa dengan demi ternyata terus termasuk tema
    teman tempat tenaga teknologi teknis telah tetap bentuk benar benih""".split()
)
# A complement that begins like this is a noun phrase more often than a clause.
NOUN_STARTS = frozenset(
    """pentingnya perlunya komitmen komitmennya apresiasi apresiasinya terima rasa dukungan
    dukungannya selamat ucapan permohonan permintaan belasungkawa duka salam
    keprihatinan tentang mengenai soal perihal sambutan aspirasi penghargaan kepada maaf
    kesiapan kesiapannya kekecewaan kesedihan kebanggaan optimisme pesan sikap
    berbagai agenda adanya ungkapan terimakasih pandangan urgensi upaya rencana
    pengalaman pengalamannya keresahannya keresahan kekhawatirannya kronologi materi
    poin cara praktik pernyataan alasan""".split()
)
# Where a name of the source ends: what comes next places the speech in time or space.
AFTER_SOURCE = frozenset(
    """agar supaya di dalam saat ketika kepada usai seusai sesaat setelah pada melalui lewat dikutip
    seraya sambil dilansir menanggapi sebagaimana seperti terkait tentang mengenai dari
    untuk dengan yang ke senin selasa rabu kamis jumat jum'at sabtu minggu kemarin hari
    menambahkan melanjutkan menjelaskan mengakhiri menutup sebelum soal di sela-sela
    sembari disela ketika, melalui, menegaskan mengatakan berdasarkan terhadap bersama
    tadi lagi sekaligus merespons merespon beserta berserta singkat""".split()
)
DETERMINERS = frozenset("itu ini tersebut".split())
HUMAN_NOUNS = frozenset(
    """pria perempuan wanita laki-laki lelaki politikus politisi mantan warga korban pelaku
    saksi ibu bapak anak ayah putra putri perwira jenderal pejabat tokoh ulama alumnus
    lulusan pemain pelatih juru legislator senator pengamat pakar peneliti guru dosen
    dokter petani nelayan pedagang penjaga sopir pengemudi orang sosok gubernur bupati
    walikota wali menteri presiden ketua kepala direktur sekretaris rektor camat lurah
    kapolres kapolda komandan anggota pengacara pengusaha mahasiswa siswa santri atlet
    aktor aktris artis penyanyi suami istri keluarga jebolan kader eks bekas srikandi
    doktor profesor aktivis relawan alumni tersangka terdakwa purnawirawan""".split()
)
# Groups that speak as a body.
COLLECTIVES = frozenset(
    """pihak panitia pemerintah manajemen kepolisian kejaksaan pengadilan redaksi dprd dpr
    istana polisi otoritas kantor kementerian dinas partai perusahaan sekolah kampus
    universitas media tim lembaga organisasi klub federasi kedutaan yayasan bank asosiasi
    badan fraksi komisi serikat""".split()
)
# "tim peneliti", "tim dokter": people without names, no body.
TEAM_MEMBERS = frozenset("riset ahli hukum medis kuasa pengkaji penulis asesor".split())
# Nouns of saying: who stands behind them takes the stage ("senada dengan pernyataan X").
REPORT_NOUNS = frozenset(
    """pernyataan ucapan ungkapan keterangan penuturan penjelasan pengakuan pandangan
    pendapat""".split()
)
# Words that write but do not speak: a document is a source only with its issuer.
DOCUMENTS = frozenset(
    """pasal peraturan undang-undang uu perpres perda perppu surat laporan data hasil survei
    studi riset artikel berita dokumen buku putusan kebijakan program kegiatan acara hal""".split()
)
# A noun phrase with one of these is a group or a witness without a name.
UNNAMED_HEADS = HUMAN_NOUNS | frozenset(
    """seorang salah sejumlah para salah satu pihak sumber masyarakat penonton pengunjung
    penumpang jubir pengelola pengurus pemilik staf petugas panitia peserta netizen
    warganet pengguna nasabah pelanggan jaksa hakim polisi penyidik pembeli pengendara
    jemaah jamaah tetangga kerabat pendukung suporter dua tiga empat
    lima sebagian beberapa petinggi masyarakat""".split()
)
CONNECTIVES = frozenset(
    """selain untuk oleh karena dengan saat jika apalagi namun dalam hingga sebab sehingga
    tetapi tapi menurut bahkan sementara sedangkan meski meskipun kendati walaupun
    kemudian lalu pada di ke dari bagi sebelumnya selanjutnya nantinya nanti ketika
    setelah sejak sejauh saat intinya artinya maka justru adapun terkait mengenai soal
    demikian begitu pasalnya dari terlebih kalau bila apabila agar supaya berdasarkan
    melalui terhadap seperti tentunya tentu karenanya itu jadi""".split()
)
