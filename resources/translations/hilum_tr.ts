<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr" sourcelanguage="en">
    <context>
        <name>Hilum</name>
        <message>
            <location filename="../../core/diagnostics/collecting.py" />
            <source>Versions of the program, of Python and of every library.</source>
            <translation>Programın, Python'un ve bütün kitaplıkların sürümleri.</translation>
        </message>
        <message>
            <location filename="../../core/diagnostics/collecting.py" />
            <source>The system, the processor and the memory; not the computer's name.</source>
            <translation>Sistem, işlemci ve bellek; bilgisayarın adı değil.</translation>
        </message>
        <message>
            <location filename="../../core/diagnostics/collecting.py" />
            <source>What “hilum doctor” finds: devices, decoders, the networks' arithmetic.</source>
            <translation>“hilum doctor” komutunun bulduğu: aygıtlar, kod çözücüler, ağların aritmetiği.</translation>
        </message>
        <message>
            <location filename="../../core/diagnostics/collecting.py" />
            <source>Settings of the window that name nobody.</source>
            <translation>Pencerenin kimseyi adıyla anmayan ayarları.</translation>
        </message>
        <message>
            <location filename="../../core/diagnostics/collecting.py" />
            <source>The models kept here, numbered, with the hashes of their weights.</source>
            <translation>Burada saklanan modeller: adları yerine numaraları ve ağırlıklarının özet değerleri.</translation>
        </message>
        <message>
            <location filename="../../core/diagnostics/collecting.py" />
            <source>How many entries and files are kept, how large, and how much room the disks have.</source>
            <translation>Kaç kayıt ve dosya saklandığı, ne kadar yer tuttukları ve disklerde ne kadar yer olduğu.</translation>
        </message>
        <message>
            <location filename="../../core/diagnostics/collecting.py" />
            <source>What happened, by time: without paths, and without the text of other libraries.</source>
            <translation>Zamana göre ne olduğu: dosya yolları ve başka kitaplıkların metinleri olmadan.</translation>
        </message>
        <message>
            <location filename="../../core/diagnostics/collecting.py" />
            <source>Where in the program a crash or an unexpected error was.</source>
            <translation>Çökmenin ya da beklenmeyen hatanın programın neresinde olduğu.</translation>
        </message>
        <message>
            <location filename="../../core/diagnostics/collecting.py" />
            <source>What is in each file.</source>
            <translation>Her dosyada ne olduğu.</translation>
        </message>
        <message>
            <location filename="../../core/diagnostics/collecting.py" />
            <source>Collecting diagnostics</source>
            <translation>Tanılama bilgileri toplanıyor</translation>
        </message>
        <message>
            <location filename="../../core/durable_files.py" />
            <location filename="../../core/record/csv_export.py" />
            <location filename="../../core/sqlite_files.py" />
            <source>the system refuses</source>
            <translation>sistem izin vermiyor</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Hilum met an error it did not expect ({error_type}); your files were not changed.</source>
            <translation>Hilum beklemediği bir hatayla karşılaştı ({error_type}); dosyalarınız değiştirilmedi.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>This installation cannot read images compressed as {compressions}.</source>
            <translation>Bu kurulum, {compressions} ile sıkıştırılmış görüntüleri okuyamıyor.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Install Hilum again.</source>
            <translation>Hilum'u yeniden kurun.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Something went wrong that Hilum has no sentence for.</source>
            <translation>Hilum'un tanımadığı bir sorun oluştu.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Copy the details and report them.</source>
            <translation>Ayrıntıları kopyalayıp bildirin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Stopped as asked.</source>
            <translation>İstendiği gibi durduruldu.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} could not be used.</source>
            <translation>{name} kullanılamadı.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} is not there: it was moved, renamed or deleted, or its drive is not connected.</source>
            <translation>{name} yerinde değil: taşınmış, yeniden adlandırılmış ya da silinmiş, veya sürücüsü bağlı değil.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Check where it is and open it again.</source>
            <translation>Nerede olduğuna bakıp yeniden açın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} may not be read by this user, or its drive does not answer.</source>
            <translation>{name} bu kullanıcı tarafından okunamıyor ya da sürücüsü yanıt vermiyor.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Check the permissions of the file and of its folder, or copy it to your own documents.</source>
            <translation>Dosyanın ve klasörünün izinlerini denetleyin ya da dosyayı kendi belgelerinize kopyalayın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} is not a file with an image in it{because}.</source>
            <translation>{name} içinde görüntü olan bir dosya değil{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Choose an image file or a folder of images.</source>
            <translation>Bir görüntü dosyası ya da görüntü klasörü seçin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} is empty: it has no bytes.</source>
            <translation>{name} boş: hiç bayt içermiyor.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Copy or export it again from where it came.</source>
            <translation>Geldiği yerden yeniden kopyalayın ya da dışa aktarın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} is not an image that Hilum knows.</source>
            <translation>{name} Hilum'un tanıdığı bir görüntü değil.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Export it as DICOM, PNG, JPEG, TIFF, BMP or WebP and open that.</source>
            <translation>DICOM, PNG, JPEG, TIFF, BMP ya da WebP olarak dışa aktarıp onu açın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} is damaged: it is cut short or its content contradicts itself.</source>
            <translation>{name} hasarlı: dosya yarım kalmış ya da içeriği kendisiyle çelişiyor.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} holds something that Hilum does not show{because}.</source>
            <translation>{name} Hilum'un göstermediği bir şey içeriyor{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Open a radiograph (CR, DX, RF or a secondary capture) instead.</source>
            <translation>Bunun yerine bir grafi (CR, DX, RF ya da ikincil yakalama) açın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} says that it is {columns} x {rows} pixels, more than the {megapixels} megapixels that Hilum opens.</source>
            <translation>{name} kendisini {columns} x {rows} piksel olarak bildiriyor; bu, Hilum'un açtığı {megapixels} megapikselden fazla.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The file is probably damaged; export it again, or at a smaller size.</source>
            <translation>Dosya büyük olasılıkla hasarlı; yeniden ya da daha küçük boyutta dışa aktarın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} needs more memory than this computer has free.</source>
            <translation>{name} bu bilgisayardaki boş bellekten fazlasını gerektiriyor.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Close other programs and open it again.</source>
            <translation>Diğer programları kapatıp yeniden açın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} is compressed as {transfer_syntax}, which this installation cannot decode.</source>
            <translation>{name} bu kurulumun çözemediği {transfer_syntax} ile sıkıştırılmış.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Install Hilum again{with_package}, or export the image uncompressed and open that.</source>
            <translation>Hilum'u yeniden kurun{with_package} ya da görüntüyü sıkıştırmadan dışa aktarıp onu açın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} has no frame {frame_number}; its last is frame {frame_count}.</source>
            <translation>{name} içinde {frame_number} numaralı kare yok; sonuncusu {frame_count} numaralı kare.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Choose a frame from 1 to {frame_count}.</source>
            <translation>1 ile {frame_count} arasında bir kare seçin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} holds no image.</source>
            <translation>{name} içinde görüntü yok.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Choose a folder with DICOM, PNG, JPEG, TIFF, BMP or WebP files.</source>
            <translation>İçinde DICOM, PNG, JPEG, TIFF, BMP ya da WebP dosyaları olan bir klasör seçin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} is no set of labelled images{because}.</source>
            <translation>{name} etiketli bir görüntü kümesi değil{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Choose a folder with one subfolder of images per class, or a CSV index with the columns file and label.</source>
            <translation>Her sınıf için bir alt klasörü olan bir klasör ya da file ve label sütunları olan bir CSV dizini seçin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>There is no model “{name}” here.</source>
            <translation>Burada “{name}” adında bir model yok.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Choose one of these: {known_names}; or the folder of a model package.</source>
            <translation>Şunlardan birini seçin: {known_names}; ya da bir model paketinin klasörünü.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The model {name} was not removed: {reason}.</source>
            <translation>{name} modeli silinmedi: {reason}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Only versions that are not active, and not part of the installation, can be removed.</source>
            <translation>Yalnızca etkin olmayan ve kurulumun parçası olmayan sürümler silinebilir.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>There is nothing to roll back to: no other model was active before this one.</source>
            <translation>Geri alınacak bir şey yok: bundan önce başka bir model etkin değildi.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Choose a model and activate it.</source>
            <translation>Bir model seçip etkinleştirin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Nothing can be kept here, because this user has no home folder.</source>
            <translation>Bu kullanıcının ev klasörü olmadığı için burada bir şey saklanamıyor.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Set HOME, or name a folder that you may write to; the bundled model works all the same.</source>
            <translation>HOME değişkenini ayarlayın ya da yazabileceğiniz bir klasör belirtin; birlikte gelen model yine de çalışır.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The logo {name} cannot be put into a report{because}.</source>
            <translation>{name} logosu rapora konulamıyor{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Choose a PNG, JPEG or SVG file of at most 4 MB, or go without a logo.</source>
            <translation>En fazla 4 MB boyutunda bir PNG, JPEG ya da SVG dosyası seçin veya logosuz devam edin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The site's settings in {name} cannot be read.</source>
            <translation>Kurumun {name} dosyasındaki ayarları okunamıyor.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Mend the file, or delete it to begin anew; until then nothing is done that it decides about.</source>
            <translation>Dosyayı düzeltin ya da yeniden başlamak için silin; o zamana kadar onun belirlediği hiçbir şey yapılmaz.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Results of {name} cannot be filed with its study{because}.</source>
            <translation>{name} görüntüsünün sonuçları tetkikine eklenemiyor{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Use the scan as the archive sends it.</source>
            <translation>Görüntüyü arşivin gönderdiği biçimiyle kullanın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Not every result that was asked for can be made of {name}{because}.</source>
            <translation>İstenen her sonuç {name} görüntüsünden oluşturulamıyor{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Leave this kind of result out.</source>
            <translation>Bu sonuç türünü istemeyin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} is no key of an earlier export{because}.</source>
            <translation>{name} önceki bir dışa aktarmanın anahtarı değil{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Name the key's own file, or one that is not there yet: a new key is made in it.</source>
            <translation>Anahtarın kendi dosyasını ya da henüz olmayan bir dosyayı belirtin: içine yeni bir anahtar yazılır.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>No copy was made of {name}: a mask lies beside the picture and would cover nothing.</source>
            <translation>{name} için kopya yapılmadı: bir maske görüntünün dışında kalıyor ve hiçbir şeyi örtmüyor.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Draw the mask on the picture, or give its place in this picture's own pixels.</source>
            <translation>Maskeyi görüntünün üzerine çizin ya da yerini bu görüntünün kendi pikselleriyle verin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Copies cannot go into {name}: originals lie there.</source>
            <translation>Kopyalar {name} klasörüne konulamaz: orada asıl dosyalar var.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Choose another folder, best an empty one.</source>
            <translation>Başka, tercihen boş bir klasör seçin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} says who is who and must not lie in the folder of the copies.</source>
            <translation>{name} kimin kim olduğunu söyler ve kopyaların klasöründe bulunmamalıdır.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Choose a place for it that you do not hand on.</source>
            <translation>Ona, başkasına vermeyeceğiniz bir yer seçin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Another copy of Hilum is changing the models kept here.</source>
            <translation>Hilum'un başka bir kopyası burada saklanan modelleri değiştiriyor.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Wait until it has finished, and try again.</source>
            <translation>Bitmesini bekleyip yeniden deneyin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} is no model that can be taken in{because}.</source>
            <translation>{name} içeri alınabilecek bir model değil{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Export it again where it came from, and copy it whole.</source>
            <translation>Geldiği yerden yeniden dışa aktarıp eksiksiz kopyalayın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>These models cannot be compared: {reason}.</source>
            <translation>Bu modeller karşılaştırılamıyor: {reason}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Choose a folder with one subfolder per class that both models know.</source>
            <translation>İki modelin de bildiği her sınıf için bir alt klasörü olan bir klasör seçin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>It takes {needed} usable scans with the finding and {needed} without; here are {positives} and {negatives}.</source>
            <translation>Bulgulu {needed} ve bulgusuz {needed} kullanılabilir görüntü gerekiyor; burada {positives} ve {negatives} var.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Add scans: with so few, a share of {share} would be known to lie between {low} and {high} only.</source>
            <translation>Görüntü ekleyin: bu kadar azıyla {share} değerindeki bir oranın yalnızca {low} ile {high} arasında olduğu bilinir.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>There is no pixel to count: the region lies outside the image, or on nothing but padding.</source>
            <translation>Sayılacak piksel yok: bölge görüntünün dışında ya da yalnızca dolgunun üzerinde.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Draw the region over the image.</source>
            <translation>Bölgeyi görüntünün üzerine çizin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} could not be written{because}.</source>
            <translation>{name} yazılamadı{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Check that the folder exists, that you may write there and that the disk is not full, or choose another.</source>
            <translation>Klasörün var olduğunu, oraya yazabildiğinizi ve diskin dolu olmadığını denetleyin ya da başka bir yer seçin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The record {name} could not take this entry{because}; what was in it before is safe.</source>
            <translation>{name} kayıt defteri bu kaydı alamadı{because}; önceki içeriği güvende.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Make room on the disk and check that you may write to {path.parent}, then do it again.</source>
            <translation>Diskte yer açın ve {path.parent} klasörüne yazabildiğinizi denetleyin, sonra yeniden yapın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The record {name} is damaged{because}; it was left as it is.</source>
            <translation>{name} kayıt defteri hasarlı{because}; olduğu gibi bırakıldı.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Move the whole folder {path.parent} to another place and keep it; a new record begins then, with entry 1.</source>
            <translation>{path.parent} klasörünün tamamını başka bir yere taşıyıp saklayın; 1 numaralı kayıtla yeni bir kayıt defteri başlar.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The record {name} was written by a newer version of Hilum; it was left as it is.</source>
            <translation>{name} kayıt defteri Hilum'un daha yeni bir sürümüyle yazılmış; olduğu gibi bırakıldı.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Use that version, or a later one.</source>
            <translation>O sürümü ya da daha yenisini kullanın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name}, of the models kept here, was written by a newer version of Hilum; it was left as it is.</source>
            <translation>Burada saklanan modellere ait {name} dosyası Hilum'un daha yeni bir sürümüyle yazılmış; olduğu gibi bırakıldı.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The site's settings in {name} were written by a newer version of Hilum; they were left as they are.</source>
            <translation>Kurumun {name} dosyasındaki ayarları Hilum'un daha yeni bir sürümüyle yazılmış; olduğu gibi bırakıldı.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Use that version, or a later one; until then nothing is done that they decide about.</source>
            <translation>O sürümü ya da daha yenisini kullanın; o zamana kadar bu ayarların belirlediği hiçbir şey yapılmaz.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>What training or commissioning put into {name} was written by a newer version of Hilum; it was left as it is.</source>
            <translation>Eğitimin ya da devreye almanın {name} içine yazdıkları Hilum'un daha yeni bir sürümünden; olduğu gibi bırakıldı.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The worklist {name} could not take this change{because}; what was on it before is safe.</source>
            <translation>{name} iş listesi bu değişikliği alamadı{because}; önceki içeriği güvende.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The worklist {name} is damaged{because}; it was left as it is.</source>
            <translation>{name} iş listesi hasarlı{because}; olduğu gibi bırakıldı.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Move the whole folder {path.parent} to another place and keep it; an empty worklist begins then.</source>
            <translation>{path.parent} klasörünün tamamını başka bir yere taşıyıp saklayın; boş bir iş listesi başlar.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The worklist {name} was written by a newer version of Hilum; it was left as it is.</source>
            <translation>{name} iş listesi Hilum'un daha yeni bir sürümüyle yazılmış; olduğu gibi bırakıldı.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The model in {name} cannot be used{because}.</source>
            <translation>{name} içindeki model kullanılamıyor{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Activate another model (Tools &gt; Models, or “hilum models”), or install Hilum again.</source>
            <translation>Başka bir model etkinleştirin (Araçlar &gt; Modeller ya da “hilum models”) veya Hilum'u yeniden kurun.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The model's weights in {name} are not the ones its card was written for, so they are not used.</source>
            <translation>{name} dosyasındaki model ağırlıkları, kartının yazıldığı ağırlıklar değil; bu nedenle kullanılmıyor.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Activate another model, or install Hilum again; if nobody changed the file, have the disk checked.</source>
            <translation>Başka bir model etkinleştirin ya da Hilum'u yeniden kurun; dosyayı kimse değiştirmediyse diski denetletin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} does not hold weights of a ResNet-50 that training can start from{because}.</source>
            <translation>{name} içinde eğitimin başlayabileceği bir ResNet-50'nin ağırlıkları yok{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Choose a safetensors file with torchvision's tensor names, or start from the model that comes with Hilum.</source>
            <translation>torchvision'ın tensör adlarını taşıyan bir safetensors dosyası seçin ya da Hilum ile gelen modelden başlayın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} are not on this computer and would have to be downloaded from {address}.</source>
            <translation>{name} bu bilgisayarda yok ve {address} adresinden indirilmesi gerekir.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Agree to the download, or start from the model that comes with Hilum.</source>
            <translation>İndirmeyi onaylayın ya da Hilum ile gelen modelden başlayın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} could not be downloaded from {address}{because}.</source>
            <translation>{name}, {address} adresinden indirilemedi{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Check the network and try again, or start from the model that comes with Hilum.</source>
            <translation>Ağı denetleyip yeniden deneyin ya da Hilum ile gelen modelden başlayın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The network cannot run on the device “{device}” here{because}.</source>
            <translation>Ağ burada “{device}” aygıtında çalışamıyor{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Choose the device “auto” or “cpu”; “hilum doctor” says what is missing.</source>
            <translation>“auto” ya da “cpu” aygıtını seçin; neyin eksik olduğunu “hilum doctor” söyler.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The device {device} ran out of memory with a batch of {batch_size}.</source>
            <translation>{device} aygıtının belleği {batch_size} görüntülük bir yığında yetmedi.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Close other programs that use it, choose a smaller batch, or run on the CPU.</source>
            <translation>Onu kullanan diğer programları kapatın, daha küçük bir yığın seçin ya da CPU üzerinde çalıştırın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>This training cannot be done: {reason}.</source>
            <translation>Bu eğitim yapılamıyor: {reason}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Change the plan, or add images, and start again.</source>
            <translation>Planı değiştirin ya da görüntü ekleyin ve yeniden başlatın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The training run in {name} cannot be used{because}.</source>
            <translation>{name} içindeki eğitim çalışması kullanılamıyor{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Choose the folder of another run, or start the training anew.</source>
            <translation>Başka bir çalışmanın klasörünü seçin ya da eğitime yeniden başlayın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The training run in {name} is under way already{because}.</source>
            <translation>{name} içindeki eğitim çalışması zaten sürüyor{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Wait until it ends, or stop it where it was started.</source>
            <translation>Bitmesini bekleyin ya da başlatıldığı yerden durdurun.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The training run cannot write {name}{because}; its last checkpoint is whole.</source>
            <translation>Eğitim çalışması {name} dosyasını yazamıyor{because}; son denetim noktası eksiksiz.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Make room on the disk, check that you may write there, and resume: it goes on from the last finished epoch.</source>
            <translation>Diskte yer açın, oraya yazabildiğinizi denetleyin ve sürdürün: tamamlanan son epoktan devam eder.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} is not the image any more that this training run was prepared with.</source>
            <translation>{name}, bu eğitim çalışmasının hazırlandığı görüntü değil artık.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Put the image back as it was, or check the folder again and start the training anew.</source>
            <translation>Görüntüyü eski haline getirin ya da klasörü yeniden denetleyip eğitime baştan başlayın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The training went astray: from epoch {epoch_number} on its loss is not a number.</source>
            <translation>Eğitim bozuldu: {epoch_number}. epoktan başlayarak kaybı bir sayı değil.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Start it anew with a smaller learning rate.</source>
            <translation>Daha küçük bir öğrenme hızıyla yeniden başlatın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>This installation cannot train: {package} is not installed.</source>
            <translation>Bu kurulum eğitim yapamıyor: {package} kurulu değil.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Take the training pack in (Tools &gt; Training pack, or hilum training-pack), or where pip installed Hilum: pip install 'hilum[torch]'.</source>
            <translation>Eğitim paketini kurun (Araçlar &gt; Eğitim paketi ya da hilum training-pack); Hilum pip ile kurulduysa: pip install 'hilum[torch]'.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} cannot be used as a training pack{because}.</source>
            <translation>{name} eğitim paketi olarak kullanılamıyor{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Take the pack that belongs to this version of Hilum and to this system, and copy it whole.</source>
            <translation>Hilum'un bu sürümüne ve bu sisteme ait paketi alıp eksiksiz kopyalayın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>{name} is not the training pack that it should be: its SHA-256 differs.</source>
            <translation>{name} olması gereken eğitim paketi değil: SHA-256 değeri farklı.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>It was damaged or changed on its way. Get it again from where Hilum comes from.</source>
            <translation>Yolda hasar görmüş ya da değiştirilmiş. Hilum'un geldiği yerden yeniden alın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Training stopped: its process ended unexpectedly ({cause}).</source>
            <translation>Eğitim durdu: işlemi beklenmedik biçimde sonlandı ({cause}).</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Continue the run: it goes on after the last finished epoch. The details hold what the process said last.</source>
            <translation>Çalışmayı sürdürün: tamamlanan son epoktan sonra devam eder. Ayrıntılarda işlemin son söyledikleri var.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Training stopped: memory ran out, or something else ended its process ({cause}).</source>
            <translation>Eğitim durdu: bellek yetmedi ya da başka bir şey işlemini sonlandırdı ({cause}).</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Close other programs or choose a smaller batch, then continue the run: it goes on from its last epoch.</source>
            <translation>Diğer programları kapatın ya da daha küçük bir yığın seçin, sonra çalışmayı sürdürün: son epoktan devam eder.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>“{node}” cannot be kept as it was entered: {reason}.</source>
            <translation>“{node}” girildiği gibi saklanamıyor: {reason}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Correct it and try again.</source>
            <translation>Düzeltip yeniden deneyin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>No archive is called “{name}”.</source>
            <translation>“{name}” adında bir arşiv yok.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Enter one in the settings of connections, or choose one of those that there are: {known_names}.</source>
            <translation>Bağlantı ayarlarında bir arşiv girin ya da var olanlardan birini seçin: {known_names}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Something went wrong with “{node}”{because}.</source>
            <translation>“{node}” ile bir sorun oluştu{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Try again, and if it happens again ask whoever looks after the archive.</source>
            <translation>Yeniden deneyin; yine olursa arşivle ilgilenen kişiye sorun.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The network knows no computer called {detail}, where “{node}” should be.</source>
            <translation>Ağ, “{node}” olması gereken {detail} adında bir bilgisayar tanımıyor.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Check how its host is spelt, and that this computer is in the hospital's network.</source>
            <translation>Sunucu adının nasıl yazıldığını ve bu bilgisayarın hastane ağında olduğunu denetleyin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>“{node}” was not reached: the computer is there, but nothing listens at {detail}.</source>
            <translation>“{node}” arşivine ulaşılamadı: bilgisayar çalışıyor, ama dinleyen bir program yok ({detail}).</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Check the port, and that the archive's program runs.</source>
            <translation>Portu ve arşiv programının çalıştığını denetleyin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>There is no way through the network to “{node}”{because}.</source>
            <translation>“{node}” arşivine ağ üzerinden yol yok{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Check host, cable or wireless network, and whether a VPN is needed.</source>
            <translation>Sunucu adresini, kabloyu ya da kablosuz ağı ve VPN gerekip gerekmediğini denetleyin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>“{node}” did not answer in time{because}.</source>
            <translation>“{node}” zamanında yanıt vermedi{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Check host and port; most often a firewall is in between: ask for this computer to be let through.</source>
            <translation>Sunucu adresini ve portu denetleyin; çoğunlukla arada bir güvenlik duvarı vardır: bu bilgisayara izin verilmesini isteyin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The encrypted connection to “{node}” did not come about: {detail}.</source>
            <translation>“{node}” ile şifreli bağlantı kurulamadı: {detail}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Check its encryption and certificates in the settings of connections.</source>
            <translation>Bağlantı ayarlarında şifrelemesini ve sertifikalarını denetleyin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>“{node}” does not go by the AE title {detail}.</source>
            <translation>“{node}”, {detail} AE başlığını kullanmıyor.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Correct its AE title (the called one): it must be spelt as at the archive, upper and lower case as well.</source>
            <translation>AE başlığını (çağrılanı) düzeltin: büyük ve küçük harfler dahil, arşivdekiyle aynı yazılmalıdır.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>“{node}” does not know Hilum by the AE title {detail}.</source>
            <translation>“{node}”, Hilum'u {detail} AE başlığıyla tanımıyor.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Have this title, with this computer's address and port, entered at the archive, or correct it here.</source>
            <translation>Bu başlığı, bu bilgisayarın adresi ve portuyla birlikte arşive girdirin ya da burada düzeltin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>“{node}” does not let Hilum in{because}.</source>
            <translation>“{node}” Hilum'u içeri almıyor{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Try again later, and if it goes on ask whoever looks after the archive.</source>
            <translation>Daha sonra yeniden deneyin; sürerse arşivle ilgilenen kişiye sorun.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>“{node}” broke off the connection{because}.</source>
            <translation>“{node}” bağlantıyı kesti{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Check that its port is the one for DICOM and whether it wants encryption, and try again.</source>
            <translation>Portun DICOM'a ait olup olmadığını ve şifreleme isteyip istemediğini denetleyip yeniden deneyin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>“{node}” does not offer this to Hilum: {detail}.</source>
            <translation>“{node}” bunu Hilum'a sunmuyor: {detail}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Ask whoever looks after the archive to allow it, or choose another way in the settings of connections.</source>
            <translation>Arşivle ilgilenen kişiden buna izin vermesini isteyin ya da bağlantı ayarlarında başka bir yol seçin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>“{node}” could not do what it was asked{because}.</source>
            <translation>“{node}” kendisinden isteneni yapamadı{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Try again later, and if it happens again ask whoever looks after the archive.</source>
            <translation>Daha sonra yeniden deneyin; yine olursa arşivle ilgilenen kişiye sorun.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>“{node}” does not accept the user name and password{because}.</source>
            <translation>“{node}” kullanıcı adını ve parolayı kabul etmiyor{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Correct them in the settings of connections.</source>
            <translation>Bunları bağlantı ayarlarında düzeltin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>What answers at the web address of “{node}” is no DICOMweb service{because}.</source>
            <translation>“{node}” arşivinin web adresinde yanıt veren, bir DICOMweb hizmeti değil{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Check the address; it often ends in /dicom-web or /rs.</source>
            <translation>Adresi denetleyin; çoğunlukla /dicom-web ya da /rs ile biter.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>“{node}” does not take this object: {detail}.</source>
            <translation>“{node}” bu nesneyi almıyor: {detail}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Send it to another archive, or have this kind of object allowed there; trying again will not help.</source>
            <translation>Başka bir arşive gönderin ya da orada bu tür nesneye izin verdirin; yeniden denemek işe yaramaz.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>This cannot be looked for: {reason}.</source>
            <translation>Bu aranamıyor: {reason}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Correct it and search again.</source>
            <translation>Düzeltip yeniden arayın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Hilum could not open its own port {port}: {detail}.</source>
            <translation>Hilum kendi {port} numaralı portu açamadı: {detail}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Mend that, or choose another port here and at those who send to it.</source>
            <translation>Bunu giderin ya da hem burada hem ona gönderenlerde başka bir port seçin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The list of what is to be sent, {name}, is damaged{because}; nothing in it was changed.</source>
            <translation>Gönderileceklerin listesi {name} hasarlı{because}; içinde hiçbir şey değiştirilmedi.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Move it away and send again what is missing at the archive.</source>
            <translation>Başka bir yere taşıyın ve arşivde eksik olanları yeniden gönderin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The list of what is to be sent, {name}, was written by a newer Hilum{because}.</source>
            <translation>Gönderileceklerin listesi {name} daha yeni bir Hilum tarafından yazılmış{because}.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Use the newer Hilum.</source>
            <translation>Daha yeni Hilum'u kullanın.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Try again, and if it happens again copy the details and report them.</source>
            <translation>Yeniden deneyin; yine olursa ayrıntıları kopyalayıp bildirin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Install Hilum again (or the decoders, with: pip install {packages}).</source>
            <translation>Hilum'u yeniden kurun (ya da çözücüleri şununla: pip install {packages}).</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>The computer ran out of memory.</source>
            <translation>Bilgisayarın belleği yetmedi.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>Close other programs or open fewer, smaller images, then try again.</source>
            <translation>Diğer programları kapatın ya da daha az, daha küçük görüntü açın, sonra yeniden deneyin.</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source>none yet</source>
            <translation>henüz yok</translation>
        </message>
        <message>
            <location filename="../../core/error_wording.py" />
            <source> (or its decoder, with: pip install {package})</source>
            <translation> (ya da çözücüsünü şununla: pip install {package})</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_colour.py" />
            <source>colour reduced to grey: luminance 0.299 R + 0.587 G + 0.114 B</source>
            <translation>renkler griye indirgendi: parlaklık 0.299 R + 0.587 G + 0.114 B</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_colour.py" />
            <source>colour reduced to grey: the luminance channel Y</source>
            <translation>renkler griye indirgendi: parlaklık kanalı Y</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_colour.py" />
            <source>the colour palette is missing</source>
            <translation>renk paleti eksik</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_colour.py" />
            <source>photometric interpretation {name}</source>
            <translation>fotometrik yorum {name}</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_colour.py" />
            <source>colour palette of {entries} entries looked up, then reduced to luminance</source>
            <translation>{entries} girdili renk paletine bakıldı, sonra parlaklığa indirgendi</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_identity.py" />
            <source>{start} to {end}</source>
            <comment>two attributes of DICOM</comment>
            <translation>{start} ile {end} arası</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_layout.py" />
            <source>{count} samples per pixel</source>
            <translation>piksel başına {count} örnek</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_layout.py" />
            <source>{count} bits allocated</source>
            <translation>{count} bit ayrılmış</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_pixels.py" />
            <source>RLE with {count} bits allocated</source>
            <translation>{count} bit ayrılmış RLE</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_pixels.py" />
            <source>video ({name})</source>
            <translation>video ({name})</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_reading.py" />
            <source>a DICOMDIR, an index of other files</source>
            <translation>bir DICOMDIR, diğer dosyaların dizini</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_reading.py" />
            <source>a segmentation</source>
            <translation>bir segmentasyon</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_reading.py" />
            <source>a radiotherapy dose</source>
            <translation>bir radyoterapi dozu</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_reading.py" />
            <source>a DICOM object</source>
            <translation>bir DICOM nesnesi</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_reading.py" />
            <source>the attributes of an image, but no pixels</source>
            <translation>bir görüntünün öznitelikleri var, ama pikselleri yok</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_reading.py" />
            <source>As stored</source>
            <translation>Saklandığı gibi</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_reading.py" />
            <source>float</source>
            <translation>kayan noktalı</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_reading.py" />
            <source>{columns} x {rows} pixels</source>
            <translation>{columns} x {rows} piksel</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_reading.py" />
            <source>signed</source>
            <comment>numbers</comment>
            <translation>işaretli</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_reading.py" />
            <source>unsigned</source>
            <comment>numbers</comment>
            <translation>işaretsiz</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_reading.py" />
            <source>{bits} bits</source>
            <translation>{bits} bit</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_reading.py" />
            <source>{bits} bits stored</source>
            <translation>{bits} bit saklanmış</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_reading.py" />
            <source>frame {number} of {count}</source>
            <translation>{count} kareden {number}.</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_reading.py" />
            <source>bits other than {low} to {high} cleared</source>
            <translation>{low} ile {high} arasındakiler dışındaki bitler temizlendi</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_reading.py" />
            <source>{share} of the pixels are padding: shown black, left out of every measurement</source>
            <translation>piksellerin {share} kadarı dolgu: siyah gösterilir, hiçbir ölçüme katılmaz</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_reading.py" />
            <source>{name} without pixels</source>
            <translation>piksel içermeyen {name}</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_transforms.py" />
            <source>Curve {number}</source>
            <translation>Eğri {number}</translation>
        </message>
        <message>
            <location filename="../../core/imaging/dicom_transforms.py" />
            <source>Window {number}</source>
            <comment>of grey values</comment>
            <translation>Pencere {number}</translation>
        </message>
        <message>
            <location filename="../../core/imaging/drawn_measurement.py" />
            <source>Cardiothoracic ratio: points coincide</source>
            <translation>Kardiyotorasik oran: noktalar çakışıyor</translation>
        </message>
        <message>
            <location filename="../../core/imaging/drawn_measurement.py" />
            <source>Cardiothoracic ratio {ratio}</source>
            <translation>Kardiyotorasik oran {ratio}</translation>
        </message>
        <message>
            <location filename="../../core/imaging/drawn_measurement.py" />
            <source>heart {right} + {left}</source>
            <translation>kalp {right} + {left}</translation>
        </message>
        <message>
            <location filename="../../core/imaging/drawn_measurement.py" />
            <source>chest {width}</source>
            <translation>toraks {width}</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale.py" />
            <source>set by hand</source>
            <translation>elle ayarlandı</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale.py" />
            <source>8-bit picture: shown as it is</source>
            <translation>8 bitlik görüntü: olduğu gibi gösterilir</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale.py" />
            <source>1st to 99th percentile</source>
            <translation>1.–99. yüzdelik</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale.py" />
            <source>no rescale stated</source>
            <translation>yeniden ölçekleme belirtilmemiş</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale.py" />
            <source>table{name} of {count} entries from {first}</source>
            <translation>{first} değerinden başlayan {count} girdili tablo{name}</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale.py" />
            <source>none: stored values as they are</source>
            <translation>yok: saklanan değerler olduğu gibi</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale.py" />
            <source>measured on this image's pixels, without padding</source>
            <translation>bu görüntünün dolgu dışındaki piksellerinde ölçüldü</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale.py" />
            <source>linear</source>
            <translation>doğrusal</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale.py" />
            <source>linear, exact</source>
            <translation>doğrusal, tam</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale.py" />
            <source>sigmoid</source>
            <translation>sigmoid</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale.py" />
            <source>inverted once as the file asks, then back by hand: larger values brighter</source>
            <translation>dosyanın istediği gibi bir kez tersine çevrildi, sonra elle geri: büyük değerler daha parlak</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale.py" />
            <source>0 is white</source>
            <translation>0 beyaz</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale.py" />
            <source>0 is black</source>
            <translation>0 siyah</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale.py" />
            <source>{step}, result in {unit}</source>
            <translation>{step}, sonuç birimi {unit}</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale.py" />
            <source>larger values brighter</source>
            <translation>büyük değerler daha parlak</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale.py" />
            <source>inverted once: larger values darker</source>
            <translation>bir kez tersine çevrildi: büyük değerler daha koyu</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale.py" />
            <source>inverted by hand: larger values darker</source>
            <translation>elle tersine çevrildi: büyük değerler daha koyu</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale.py" />
            <source>window centre {centre}, width {width}, {function}</source>
            <translation>pencere merkezi {centre}, genişliği {width}, {function}</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale.py" />
            <source>table of {count} entries from {first}, white at {white}</source>
            <translation>{first} değerinden başlayan {count} girdili tablo, beyaz {white}</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale.py" />
            <location filename="../../core/record/describing.py" />
            <location filename="../../core/registry/commissioning_words.py" />
            <location filename="../../core/registry/describing.py" />
            <location filename="../../core/registry/drift_words.py" />
            <location filename="../../core/registry/standing.py" />
            <source>{low} to {high}</source>
            <translation>{low}–{high}</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale.py" />
            <source>all values that {bits} bits can hold</source>
            <translation>{bits} bitin alabileceği tüm değerler</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale.py" />
            <source>{format}: 0 is black</source>
            <translation>{format}: 0 siyah</translation>
        </message>
        <message>
            <location filename="../../core/imaging/greyscale_stages.py" />
            <source>Full range</source>
            <translation>Tüm aralık</translation>
        </message>
        <message>
            <location filename="../../core/imaging/histogram.py" />
            <location filename="../../desktop_app/viewer/histogram_plot.py" />
            <source>stored value</source>
            <translation>saklanan değer</translation>
        </message>
        <message>
            <location filename="../../core/imaging/histogram.py" />
            <location filename="../../desktop_app/viewer/histogram_plot.py" />
            <source>modality value</source>
            <translation>modalite değeri</translation>
        </message>
        <message>
            <location filename="../../core/imaging/opening.py" />
            <source>special file</source>
            <translation>özel dosya</translation>
        </message>
        <message>
            <location filename="../../core/imaging/opening.py" />
            <location filename="../../core/report/clinic.py" />
            <source>impossible path</source>
            <translation>geçersiz yol</translation>
        </message>
        <message>
            <location filename="../../core/imaging/opening.py" />
            <source>folder</source>
            <translation>klasör</translation>
        </message>
        <message>
            <location filename="../../core/imaging/opening.py" />
            <source>character device</source>
            <translation>karakter aygıtı</translation>
        </message>
        <message>
            <location filename="../../core/imaging/opening.py" />
            <source>block device</source>
            <translation>blok aygıtı</translation>
        </message>
        <message>
            <location filename="../../core/imaging/opening.py" />
            <source>pipe</source>
            <translation>boru</translation>
        </message>
        <message>
            <location filename="../../core/imaging/opening.py" />
            <source>socket</source>
            <translation>soket</translation>
        </message>
        <message>
            <location filename="../../core/imaging/radiograph.py" />
            <location filename="../../core/report/scan_facts.py" />
            <source>Clipboard</source>
            <translation>Pano</translation>
        </message>
        <message>
            <location filename="../../core/imaging/radiograph.py" />
            <source>calibrated by geometry</source>
            <translation>geometriyle kalibre edilmiş</translation>
        </message>
        <message>
            <location filename="../../core/imaging/radiograph.py" />
            <source>calibrated by a fiducial</source>
            <translation>referans nesneyle kalibre edilmiş</translation>
        </message>
        <message>
            <location filename="../../core/imaging/radiograph.py" />
            <source>as stated, calibration not named</source>
            <translation>belirtildiği gibi, kalibrasyon adı yok</translation>
        </message>
        <message>
            <location filename="../../core/imaging/radiograph.py" />
            <source>at the detector, corrected by the estimated magnification</source>
            <translation>dedektörde, tahmini büyütmeyle düzeltilmiş</translation>
        </message>
        <message>
            <location filename="../../core/imaging/radiograph.py" />
            <source>at the detector</source>
            <translation>dedektörde</translation>
        </message>
        <message>
            <location filename="../../core/imaging/radiograph.py" />
            <location filename="../../desktop_app/viewer/provenance_dialog.py" />
            <source>Decode</source>
            <translation>Kod çözme</translation>
        </message>
        <message>
            <location filename="../../core/imaging/radiograph.py" />
            <location filename="../../desktop_app/viewer/provenance_dialog.py" />
            <source>Orient</source>
            <translation>Yönlendirme</translation>
        </message>
        <message>
            <location filename="../../core/imaging/radiograph.py" />
            <location filename="../../desktop_app/viewer/provenance_dialog.py" />
            <source>Reduce to greyscale</source>
            <translation>Griye indirgeme</translation>
        </message>
        <message>
            <location filename="../../core/imaging/radiograph.py" />
            <location filename="../../desktop_app/viewer/provenance_dialog.py" />
            <source>Pixel padding</source>
            <translation>Piksel dolgusu</translation>
        </message>
        <message>
            <location filename="../../core/imaging/radiograph.py" />
            <location filename="../../desktop_app/connection/query_form.py" />
            <location filename="../../desktop_app/connection/studies_tree.py" />
            <location filename="../../desktop_app/viewer/provenance_dialog.py" />
            <source>Modality</source>
            <translation>Modalite</translation>
        </message>
        <message>
            <location filename="../../core/imaging/radiograph.py" />
            <location filename="../../desktop_app/viewer/provenance_dialog.py" />
            <source>Values of interest</source>
            <translation>İlgilenilen değerler</translation>
        </message>
        <message>
            <location filename="../../core/imaging/radiograph.py" />
            <location filename="../../desktop_app/viewer/provenance_dialog.py" />
            <source>Presentation</source>
            <translation>Sunum</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/imaging/radiograph.py" />
            <source>{count} years</source>
            <translation>
                <numerusform>{count} yaş</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/imaging/radiograph.py" />
            <source>{count} months</source>
            <translation>
                <numerusform>{count} aylık</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/imaging/radiograph.py" />
            <location filename="../../desktop_app/viewer/viewer_values.py" />
            <source>mm at detector</source>
            <translation>mm (dedektörde)</translation>
        </message>
        <message>
            <location filename="../../core/imaging/radiograph.py" />
            <location filename="../../core/report/scan_case.py" />
            <location filename="../../desktop_app/screening/scan_session.py" />
            <source>Pasted picture</source>
            <translation>Yapıştırılan resim</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_grey.py" />
            <source>ITU-R BT.601-2 luma, as Pillow computes it</source>
            <translation>Pillow'un hesapladığı ITU-R BT.601-2 luma</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_grey.py" />
            <source>colours to luminance: 0.299 red + 0.587 green + 0.114 blue</source>
            <translation>renklerden parlaklığa: 0.299 kırmızı + 0.587 yeşil + 0.114 mavi</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_grey.py" />
            <source>palette colours to luminance: 0.299 red + 0.587 green + 0.114 blue</source>
            <translation>palet renklerinden parlaklığa: 0.299 kırmızı + 0.587 yeşil + 0.114 mavi</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_grey.py" />
            <source>inks to luminance: 0.299 red + 0.587 green + 0.114 blue</source>
            <translation>mürekkeplerden parlaklığa: 0.299 kırmızı + 0.587 yeşil + 0.114 mavi</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_grey.py" />
            <source>colour and transparent pictures are held with 8 bits per channel</source>
            <translation>renkli ve saydam görüntüler kanal başına 8 bitle tutulur</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_grey.py" />
            <source>NaN or infinite in the file</source>
            <translation>dosyada NaN ya da sonsuz</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_grey.py" />
            <source>1-bit values as 0 and 255</source>
            <translation>1 bitlik değerler 0 ve 255 olarak</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_grey.py" />
            <source>the file's bits per channel</source>
            <translation>dosyanın kanal başına bit sayısı</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_grey.py" />
            <source>palette of greys looked up</source>
            <translation>gri paletine bakıldı</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_grey.py" />
            <source>one of three equal channels</source>
            <translation>üç eşit kanaldan biri</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_grey.py" />
            <source>red, green and blue are the same</source>
            <translation>kırmızı, yeşil ve mavi aynı</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_grey.py" />
            <source>transparent picture on black</source>
            <translation>saydam görüntü siyah üzerine</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_grey.py" />
            <source>extra sample: associated alpha</source>
            <translation>ek örnek: ilişkili alfa</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_grey.py" />
            <source>alpha channel or tRNS</source>
            <translation>alfa kanalı ya da tRNS</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_grey.py" />
            <source>opaque alpha channel left out</source>
            <translation>opak alfa kanalı bırakıldı</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_grey.py" />
            <source>alpha is 255 everywhere</source>
            <translation>alfa her yerde 255</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_grey.py" />
            <source>transparent value {value} as black</source>
            <translation>saydam değer {value} siyah olarak</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_grey.py" />
            <source>{count} pixels without a number counted as padding</source>
            <translation>sayı içermeyen {count} piksel dolgu sayıldı</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_grey.py" />
            <source>{bits} bits per channel cut to their upper 8</source>
            <translation>kanal başına {bits} bitin yalnızca üst 8'i alındı</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_grey.py" />
            <source>{bits}-bit values spread over 0 to 255 (x {factor})</source>
            <translation>{bits} bitlik değerler 0–255 aralığına yayıldı (x {factor})</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_opening.py" />
            <source>JPEG file</source>
            <translation>JPEG dosyası</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_opening.py" />
            <source>JPEG with more than {scans} scans of {pixels} pixels</source>
            <translation>{pixels} piksellik, {scans} taramadan fazlasını içeren JPEG</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_opening.py" />
            <source>WebP file of more than {size} MiB</source>
            <translation>{size} MiB'tan büyük WebP dosyası</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_opening.py" />
            <source>more pixels than are decoded: {reason}</source>
            <translation>çözülebilenden fazla piksel: {reason}</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_reading.py" />
            <source>mirrored left to right: stored in orientation {number} of 8</source>
            <translation>sağdan sola aynalandı: 8 yönelimden {number}. ile saklanmış</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_reading.py" />
            <source>turned by 180 degrees: stored in orientation {number} of 8</source>
            <translation>180 derece döndürüldü: 8 yönelimden {number}. ile saklanmış</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_reading.py" />
            <source>mirrored top to bottom: stored in orientation {number} of 8</source>
            <translation>yukarıdan aşağıya aynalandı: 8 yönelimden {number}. ile saklanmış</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_reading.py" />
            <source>mirrored along its diagonal: stored in orientation {number} of 8</source>
            <translation>köşegeni boyunca aynalandı: 8 yönelimden {number}. ile saklanmış</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_reading.py" />
            <source>turned clockwise by 90 degrees: stored in orientation {number} of 8</source>
            <translation>saat yönünde 90 derece döndürüldü: 8 yönelimden {number}. ile saklanmış</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_reading.py" />
            <source>mirrored along its other diagonal: stored in orientation {number} of 8</source>
            <translation>diğer köşegeni boyunca aynalandı: 8 yönelimden {number}. ile saklanmış</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_reading.py" />
            <source>turned counterclockwise by 90 degrees: stored in orientation {number} of 8</source>
            <translation>saat yönünün tersine 90 derece döndürüldü: 8 yönelimden {number}. ile saklanmış</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_reading.py" />
            <source>the file's content</source>
            <translation>dosyanın içeriği</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_reading.py" />
            <source>{format} decoded: {bits} bits per channel, {mode}</source>
            <translation>{format} çözüldü: kanal başına {bits} bit, {mode}</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_reading.py" />
            <source>{format} decoded: {mode}</source>
            <translation>{format} çözüldü: {mode}</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_reading.py" />
            <source>Smallest to largest value (the file names no window)</source>
            <translation>En küçük–en büyük değer (dosya pencere belirtmiyor)</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_reading.py" />
            <source>As stored, 0 to 255</source>
            <translation>Saklandığı gibi, 0–255</translation>
        </message>
        <message>
            <location filename="../../core/imaging/raster_reading.py" />
            <source>All {bits} bits, 0 to {largest}</source>
            <translation>{bits} bitin tümü, 0–{largest}</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/arrivals.py" />
            <source>its identifiers are no UIDs</source>
            <translation>tanımlayıcıları UID değil</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/association.py" />
            <location filename="../../core/kept_sentences.py" />
            <source>it gives no reason</source>
            <translation>neden bildirmiyor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/association.py" />
            <source>it does not know this use of the network (application context)</source>
            <translation>ağın bu kullanımını tanımıyor (uygulama bağlamı)</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/association.py" />
            <source>it does not speak this version of the protocol</source>
            <translation>protokolün bu sürümünü bilmiyor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/association.py" />
            <source>it is overloaded at the moment</source>
            <translation>şu anda aşırı yüklü</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/association.py" />
            <source>as many as it allows are connected already</source>
            <translation>izin verdiği sayıda bağlantı zaten var</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/association.py" />
            <source>before the two had agreed on anything</source>
            <translation>ikisi henüz hiçbir konuda anlaşmadan</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/association.py" />
            <source>source {source}, reason {reason}</source>
            <translation>kaynak {source}, neden {reason}</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/association.py" />
            <source>the connection was made, and what is there does not answer in DICOM</source>
            <translation>bağlantı kuruldu, ama oradaki DICOM ile yanıt vermiyor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/commitment.py" />
            <source>it could not look for it</source>
            <translation>onu arayamadı</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/commitment.py" />
            <source>it does not have it</source>
            <translation>onda yok</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/commitment.py" />
            <source>it has it as another kind of object</source>
            <translation>onu başka türde bir nesne olarak tutuyor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/commitment.py" />
            <source>it does not keep this kind of object</source>
            <translation>bu tür nesneyi saklamıyor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/commitment.py" />
            <source>it has no room for it</source>
            <translation>ona yeri yok</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/commitment.py" />
            <source>storage commitment, which DICOMweb does not have</source>
            <translation>DICOMweb'de bulunmayan saklama onayı</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/commitment.py" />
            <source>while asked to commit itself</source>
            <translation>onay istenirken</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/commitment.py" />
            <source>reason {code}</source>
            <translation>neden {code}</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/commitment.py" />
            <location filename="../../desktop_app/connection/words.py" />
            <source>storage commitment</source>
            <translation>saklama onayı</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/commitment.py" />
            <source>storage commitment, status {status}</source>
            <translation>saklama onayı, durum {status}</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/diagnosis.py" />
            <source>it wants encryption, and is entered without</source>
            <translation>şifreleme istiyor, ama şifresiz girilmiş</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/diagnosis.py" />
            <source>{host}, port {port}</source>
            <translation>{host}, port {port}</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/diagnosis.py" />
            <source>it could be reached a moment later</source>
            <translation>bir an sonra ulaşılabildi</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/diagnosis.py" />
            <location filename="../../core/interchange/archive/encryption.py" />
            <source>it broke off while encryption was agreed on; perhaps it is not used at this port</source>
            <translation>şifreleme görüşülürken kesti; belki bu portta kullanılmıyordur</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/diagnosis.py" />
            <source>{where}, {time} seconds</source>
            <translation>{where}, {time} saniye</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/dicom_object.py" />
            <source>it does not say which object it is; archives need that</source>
            <translation>hangi nesne olduğunu belirtmiyor; arşivler buna gerek duyar</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/encryption.py" />
            <source>it wants a certificate of Hilum's, or does not accept the one it was shown</source>
            <translation>Hilum'dan bir sertifika istiyor ya da gösterileni kabul etmiyor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/encryption.py" />
            <source>it does not answer to encryption; it is probably not used at this port</source>
            <translation>şifrelemeye yanıt vermiyor; büyük olasılıkla bu portta kullanılmıyor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/encryption.py" />
            <source>the authority's certificate in {name} cannot be read</source>
            <translation>{name} içindeki yetkili sertifikası okunamıyor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/encryption.py" />
            <source>Hilum's own certificate or key in {name} cannot be read</source>
            <translation>{name} içindeki Hilum sertifikası ya da anahtarı okunamıyor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/encryption.py" />
            <location filename="../../core/interchange/archive/web.py" />
            <source>the two could not agree on an encryption</source>
            <translation>ikisi bir şifrelemede anlaşamadı</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/encryption.py" />
            <source>its certificate has expired</source>
            <translation>sertifikasının süresi dolmuş</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/encryption.py" />
            <source>its certificate is not valid yet; perhaps this computer's clock is wrong</source>
            <translation>sertifikası henüz geçerli değil; belki bu bilgisayarın saati yanlıştır</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/encryption.py" />
            <source>its certificate is for another host</source>
            <translation>sertifikası başka bir sunucu için</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/encryption.py" />
            <source>its certificate comes from an authority that is not trusted here</source>
            <translation>sertifikası burada güvenilmeyen bir yetkiliden geliyor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/encryption.py" />
            <source>its certificate is not accepted ({reason})</source>
            <translation>sertifikası kabul edilmiyor ({reason})</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/encryption.py" />
            <source>the authorities that this computer trusts cannot be read</source>
            <translation>bu bilgisayarın güvendiği yetkililer okunamıyor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/encryption.py" />
            <source>the authority's certificate in {name} is no valid PEM file, or key and certificate do not belong together</source>
            <translation>{name} içindeki yetkili sertifikası geçerli bir PEM dosyası değil ya da anahtar ile sertifika birbirine ait değil</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/encryption.py" />
            <source>Hilum's own certificate or key in {name} is no valid PEM file, or key and certificate do not belong together</source>
            <translation>{name} içindeki Hilum sertifikası ya da anahtarı geçerli bir PEM dosyası değil veya anahtar ile sertifika birbirine ait değil</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/encryption.py" />
            <source>it only knows an encryption that is too old to be safe</source>
            <translation>yalnızca güvenli olamayacak kadar eski bir şifreleme biliyor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/encryption.py" />
            <source>the key in {name} has a password; give one without</source>
            <translation>{name} içindeki anahtarın parolası var; parolasız bir anahtar verin</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/find.py" />
            <source>while searching</source>
            <translation>arama yapılırken</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/find.py" />
            <location filename="../../desktop_app/connection/words.py" />
            <source>searching</source>
            <translation>arama</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/find.py" />
            <source>searching, status {status}</source>
            <translation>arama, durum {status}</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/nodes.py" />
            <source>the AE title is missing</source>
            <translation>AE başlığı eksik</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/nodes.py" />
            <source>an AE title holds plain letters, digits and signs only, and no backslash</source>
            <translation>AE başlığı yalnızca düz harf, rakam ve işaret içerir, ters eğik çizgi içermez</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/nodes.py" />
            <source>the AE title begins or ends with a space</source>
            <translation>AE başlığı boşlukla başlıyor ya da bitiyor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/nodes.py" />
            <source>{port} is no port: ports go from 1 to 65535</source>
            <translation>{port} geçerli bir port değil: 1 ile 65535 arasında olmalıdır</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/nodes.py" />
            <source>it has no name</source>
            <translation>adı yok</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/nodes.py" />
            <source>it has neither a host nor a DICOMweb address</source>
            <translation>ne sunucu adresi ne de DICOMweb adresi var</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/nodes.py" />
            <source>the time to wait must be longer than nothing</source>
            <translation>bekleme süresi sıfırdan uzun olmalıdır</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/nodes.py" />
            <source>the host must be a name or an address alone, such as pacs.hospital.example or 192.168.1.20</source>
            <translation>sunucu, pacs.hospital.example ya da 192.168.1.20 gibi tek başına bir ad ya da adres olmalıdır</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/nodes.py" />
            <source>the DICOMweb address must begin with https:// or http:// and name a host</source>
            <translation>DICOMweb adresi https:// ya da http:// ile başlamalı ve bir sunucu adı içermelidir</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/nodes.py" />
            <source>the DICOMweb address must hold no user name and nothing behind the path</source>
            <translation>DICOMweb adresi kullanıcı adı içermemeli ve yoldan sonra bir şey gelmemelidir</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/nodes.py" />
            <source>a password needs a user name</source>
            <translation>parola için kullanıcı adı gerekir</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/nodes.py" />
            <source>{address} is no address of a computer, such as 192.168.1.20</source>
            <translation>{address}, 192.168.1.20 gibi bir bilgisayar adresi değil</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/nodes.py" />
            <source>the AE title has {count} characters, and may have {most}</source>
            <translation>AE başlığı {count} karakterli, en çok {most} olabilir</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/nodes.py" />
            <source>a user name needs a DICOMweb address</source>
            <translation>kullanıcı adı için DICOMweb adresi gerekir</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/nodes.py" />
            <location filename="../../desktop_app/connection/archives_page.py" />
            <source>another archive has this name</source>
            <translation>bu adda başka bir arşiv var</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/probe.py" />
            <source>while asked whether it is there</source>
            <translation>orada olup olmadığı sorulurken</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/probe.py" />
            <source>any of its services</source>
            <translation>hizmetlerinden hiçbiri</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/probe.py" />
            <source>verification</source>
            <translation>doğrulama</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/probe.py" />
            <source>verification, status {status}</source>
            <translation>doğrulama, durum {status}</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/queries.py" />
            <source>the first day is after the last</source>
            <translation>ilk gün son günden sonra</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/queries.py" />
            <source>what is looked for must not hold backslashes or control characters</source>
            <translation>aranan, ters eğik çizgi ya da denetim karakteri içermemelidir</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/retrieve.py" />
            <source>while sending images</source>
            <translation>görüntüler gönderilirken</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/retrieve.py" />
            <source>what came is not what was asked for</source>
            <translation>gelen, istenen değil</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/retrieve.py" />
            <source>it does not have this study</source>
            <translation>bu tetkik onda yok</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/retrieve.py" />
            <location filename="../../desktop_app/connection/words.py" />
            <source>retrieving (C-GET)</source>
            <translation>alma (C-GET)</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/retrieve.py" />
            <source>retrieving (C-MOVE)</source>
            <translation>alma (C-MOVE)</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/retrieve.py" />
            <source>it could not send the images to port {port} of this computer; perhaps it is blocked there</source>
            <translation>görüntüleri bu bilgisayarın {port} numaralı portuna gönderemedi; belki orada engelleniyordur</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/retrieve.py" />
            <source>sending images, status {status}</source>
            <translation>görüntü gönderme, durum {status}</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/send.py" />
            <source>it takes no images stored as {syntax}, nor what Hilum can make of them</source>
            <translation>{syntax} olarak saklanmış görüntüleri ve Hilum'un onlardan yapabildiklerini almıyor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/send.py" />
            <source>it has no room left, status {status}</source>
            <translation>yeri kalmamış, durum {status}</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/send.py" />
            <source>storing, status {status}</source>
            <translation>saklama, durum {status}</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/send.py" />
            <source>while sending an object</source>
            <translation>nesne gönderilirken</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/send.py" />
            <source>it refuses it (HTTP status {status})</source>
            <translation>onu reddediyor (HTTP durumu {status})</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/send.py" />
            <source>it takes no objects of the kind {kind}</source>
            <translation>{kind} türünde nesne almıyor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/send.py" />
            <location filename="../../desktop_app/connection/words.py" />
            <source>storing</source>
            <translation>saklama</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/send.py" />
            <source>it does not understand it (status {status})</source>
            <translation>onu anlamıyor (durum {status})</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/send.py" />
            <source>between two objects</source>
            <translation>iki nesne arasında</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/web.py" />
            <source>HTTP status {status}</source>
            <translation>HTTP durumu {status}</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/web.py" />
            <source>its web service</source>
            <translation>web hizmeti</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/web.py" />
            <source>the answer is not in DICOM's form</source>
            <translation>yanıt DICOM biçiminde değil</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/web.py" />
            <source>images in this form (HTTP status {status})</source>
            <translation>bu biçimdeki görüntüler (HTTP durumu {status})</translation>
        </message>
        <message>
            <location filename="../../core/interchange/archive/web.py" />
            <source>{time} seconds</source>
            <translation>{time} saniye</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/changes.py" />
            <source>removed</source>
            <translation>kaldırıldı</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/changes.py" />
            <source>emptied</source>
            <translation>boşaltıldı</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/changes.py" />
            <source>replaced</source>
            <translation>değiştirildi</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/changes.py" />
            <source>dates moved</source>
            <translation>tarihler kaydırıldı</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/changes.py" />
            <source>private attribute</source>
            <translation>özel öznitelik</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/changes.py" />
            <source>overlay</source>
            <translation>bindirme</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/changes.py" />
            <source>curve</source>
            <translation>eğri</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/changes.py" />
            <source>attribute unknown to the standard</source>
            <translation>standardın tanımadığı öznitelik</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/dicom_copy.py" />
            <location filename="../../core/interchange/deidentification/picture_copy.py" />
            <source>part of the picture under a mask</source>
            <translation>görüntünün maske altındaki bölümü</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/dicom_copy.py" />
            <source>bytes before the file's header</source>
            <translation>dosya başlığından önceki baytlar</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/dicom_copy.py" />
            <source>attributes that cannot be written ({kind})</source>
            <translation>yazılamayan öznitelikler ({kind})</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/dicom_copy.py" />
            <source>an image that does not say of which kind it is</source>
            <translation>hangi türden olduğunu belirtmeyen bir görüntü</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/jpeg_segments.py" />
            <source>JFIF header (a plain one was written)</source>
            <translation>JFIF başlığı (yalın bir başlık yazıldı)</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/jpeg_segments.py" />
            <location filename="../../core/interchange/deidentification/picture_copy.py" />
            <source>Exif data</source>
            <translation>Exif verileri</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/jpeg_segments.py" />
            <location filename="../../core/interchange/deidentification/picture_copy.py" />
            <source>XMP data</source>
            <translation>XMP verileri</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/jpeg_segments.py" />
            <source>Photoshop or IPTC data</source>
            <translation>Photoshop ya da IPTC verileri</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/jpeg_segments.py" />
            <location filename="../../core/interchange/deidentification/picture_copy.py" />
            <source>colour profile</source>
            <translation>renk profili</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/jpeg_segments.py" />
            <source>bytes behind the picture</source>
            <translation>görüntünün ardındaki baytlar</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/jpeg_segments.py" />
            <source>application data {number}</source>
            <translation>uygulama verileri {number}</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/jpeg_segments.py" />
            <source>JPEG comment</source>
            <translation>JPEG yorumu</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/picture_copy.py" />
            <location filename="../../core/training/audit_wording.py" />
            <source>resolution</source>
            <translation>çözünürlük</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/picture_copy.py" />
            <source>other data beside the picture</source>
            <translation>görüntünün yanındaki diğer veriler</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/picture_copy.py" />
            <source>colour with {bits} bits per channel</source>
            <translation>kanal başına {bits} bitlik renk</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/picture_copy.py" />
            <source>pixels with decimals, or with more than 16 bits</source>
            <translation>ondalıklı ya da 16 bitten fazla pikseller</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/plain_pixels.py" />
            <source>more frames than fit into one file uncompressed</source>
            <translation>sıkıştırmadan bir dosyaya sığacak olandan fazla kare</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/plain_pixels.py" />
            <source>colour with half the resolution, uncompressed</source>
            <translation>yarı çözünürlüklü, sıkıştırılmamış renk</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/private_files.py" />
            <source>a file of this name is there already</source>
            <translation>bu adda bir dosya zaten var</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/pseudonyms.py" />
            <source>it does not hold {count} hexadecimal digits</source>
            <translation>{count} onaltılık rakam içermiyor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/report.py" />
            <source>the file says that there is text in the picture</source>
            <translation>dosya, görüntüde yazı olduğunu söylüyor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/report.py" />
            <source>the file does not say whether there is text in the picture</source>
            <translation>dosya, görüntüde yazı olup olmadığını söylemiyor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/report.py" />
            <source>the file says that there is no text in the picture</source>
            <translation>dosya, görüntüde yazı olmadığını söylüyor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/report.py" />
            <source>a person looked and says that no text is left</source>
            <translation>bir kişi baktı ve yazı kalmadığını söylüyor</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/interchange/deidentification/wording.py" />
            <source>{count} copies without identity in {folder}.</source>
            <translation>
                <numerusform>{folder} klasörüne {count} kimliksizleştirilmiş kopya yazıldı.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/wording.py" />
            <source>What was left out or replaced, by attribute, is in {name}.</source>
            <translation>Nelerin çıkarıldığı ya da değiştirildiği, özniteliklere göre, {name} dosyasında.</translation>
        </message>
        <message>
            <location filename="../../core/interchange/deidentification/wording.py" />
            <source>No copy was made.</source>
            <translation>Kopya yapılmadı.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/interchange/deidentification/wording.py" />
            <source>{count} files were not copied.</source>
            <translation>
                <numerusform>{count} dosya kopyalanmadı.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/interchange/deidentification/wording.py" />
            <source>{count} files were not tried: the folder takes no more.</source>
            <translation>
                <numerusform>{count} dosya denenmedi: klasör daha fazlasını almıyor.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/interchange/deidentification/wording.py" />
            <source>{count} pictures were blacked out in part.</source>
            <translation>
                <numerusform>{count} görüntünün bir bölümü karartıldı.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/interchange/deidentification/wording.py" />
            <source>{count} files say that there is text in the picture. It may name the patient: look at each copy, and cover such text with a mask. Until somebody says that no text is left, the copies do not state that the identity is removed.</source>
            <translation>
                <numerusform>{count} dosya, görüntüde yazı olduğunu söylüyor. Bu yazı hastanın adı olabilir: her kopyaya bakın ve böyle yazıları bir maskeyle örtün. Biri yazı kalmadığını söyleyene kadar kopyalar kimliğin kaldırıldığını belirtmez.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/interchange/deidentification/wording.py" />
            <source>{count} files do not say whether there is text in the picture. Look at each copy before you hand it on.</source>
            <translation>
                <numerusform>{count} dosya, görüntüde yazı olup olmadığını söylemiyor. Başkasına vermeden önce her kopyaya bakın.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/interchange/dicom_network.py" />
            <source>another program uses it, or Hilum itself does</source>
            <translation>başka bir program ya da Hilum'un kendisi onu kullanıyor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/dicom_network.py" />
            <source>only an administrator may open it</source>
            <translation>onu yalnızca bir yönetici açabilir</translation>
        </message>
        <message>
            <location filename="../../core/interchange/dicom_network.py" />
            <source>{address} is no address of this computer</source>
            <translation>{address} bu bilgisayarın bir adresi değil</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/arrivals.py" />
            <source>less is free on the disk than is to stay free</source>
            <translation>diskte, boş kalması gerekenden az yer var</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/refusals.py" />
            <source>not on the list of allowed senders</source>
            <translation>izin verilen göndericiler listesinde değil</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/refusals.py" />
            <source>called Hilum by an AE title that is not its own</source>
            <translation>Hilum'u kendisine ait olmayan bir AE başlığıyla çağırdı</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/refusals.py" />
            <source>came while as many were sending as may</source>
            <translation>izin verilen sayıda gönderici varken geldi</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/refusals.py" />
            <source>did not come through the encryption: no certificate that is trusted, or no encryption at all</source>
            <translation>şifrelemeden geçemedi: güvenilen bir sertifikası yok ya da hiç şifreleme yok</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/refusals.py" />
            <source>took too long, and was cut off</source>
            <translation>çok uzun sürdü ve bağlantısı kesildi</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/refusals.py" />
            <source>sent what is no DICOM message, and was cut off</source>
            <translation>DICOM iletisi olmayan bir şey gönderdi ve bağlantısı kesildi</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/refusals.py" />
            <source>sent an object above the size limit, and was cut off</source>
            <translation>boyut sınırının üzerinde bir nesne gönderdi ve bağlantısı kesildi</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/refusals.py" />
            <source>sent faster than is allowed</source>
            <translation>izin verilenden hızlı gönderdi</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/refusals.py" />
            <source>sent an object whose UIDs are none</source>
            <translation>UID'leri geçersiz bir nesne gönderdi</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/refusals.py" />
            <source>sent an object other than the one it announced</source>
            <translation>bildirdiğinden başka bir nesne gönderdi</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/refusals.py" />
            <source>sent an object without an image, or a damaged one</source>
            <translation>görüntüsü olmayan ya da hasarlı bir nesne gönderdi</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/refusals.py" />
            <source>sent another object under the UID of one that was received before</source>
            <translation>daha önce alınan birinin UID'siyle başka bir nesne gönderdi</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/refusals.py" />
            <source>could not be served: there is no room on the disk, or it cannot be written</source>
            <translation>hizmet verilemedi: diskte yer yok ya da diske yazılamıyor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/refusals.py" />
            <source>could not be served: the worklist took no entry</source>
            <translation>hizmet verilemedi: iş listesi kayıt almadı</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/refusals.py" />
            <source>Sender {caller} at {address}: {reason}</source>
            <translation>Gönderici {caller}, {address}: {reason}</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/refusals.py" />
            <source>Sender {address}: {reason}</source>
            <translation>Gönderici {address}: {reason}</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/settings.py" />
            <location filename="../../desktop_app/connection/connections_dialog.py" />
            <source>Receiving</source>
            <translation>Alım</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/settings.py" />
            <source>encryption needs a certificate</source>
            <translation>şifreleme için sertifika gerekir</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/settings.py" />
            <source>limits and times must be larger than nothing</source>
            <translation>sınırlar ve süreler sıfırdan büyük olmalıdır</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/settings.py" />
            <source>no kind of image is taken</source>
            <translation>hiçbir görüntü türü alınmıyor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/settings.py" />
            <source>the time between two looks at a folder must be longer than nothing</source>
            <translation>bir klasöre iki bakış arasındaki süre sıfırdan uzun olmalıdır</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/settings.py" />
            <source>the folder for what is done must not lie in the watched one</source>
            <translation>tamamlananların klasörü izlenen klasörün içinde olmamalıdır</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/settings.py" />
            <source>{address} is no address of this computer, such as {example} or 0.0.0.0</source>
            <translation>{address}, {example} ya da 0.0.0.0 gibi bu bilgisayarın bir adresi değil</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/settings.py" />
            <source>{network} is neither an address nor a network, such as 192.168.1.20 or 192.168.1.0/24</source>
            <translation>{network}, 192.168.1.20 ya da 192.168.1.0/24 gibi bir adres veya ağ değil</translation>
        </message>
        <message>
            <location filename="../../core/interchange/receiving/settings.py" />
            <source>nothing is no address of this computer, such as {example} or 0.0.0.0</source>
            <translation>adres boş; {example} ya da 0.0.0.0 gibi bu bilgisayarın bir adresi olmalı</translation>
        </message>
        <message>
            <location filename="../../core/interchange/results/source.py" />
            <source>structured report</source>
            <translation>yapılandırılmış rapor</translation>
        </message>
        <message>
            <location filename="../../core/interchange/results/source.py" />
            <source>heat map</source>
            <translation>ısı haritası</translation>
        </message>
        <message>
            <location filename="../../core/interchange/results/source.py" />
            <source>presentation state</source>
            <translation>sunum durumu</translation>
        </message>
        <message>
            <location filename="../../core/interchange/results/source.py" />
            <source>PDF report</source>
            <translation>PDF raporu</translation>
        </message>
        <message>
            <location filename="../../core/interchange/results/source.py" />
            <source>it is no DICOM file and so belongs to no study</source>
            <translation>DICOM dosyası değil ve bu yüzden bir tetkike ait değil</translation>
        </message>
        <message>
            <location filename="../../core/interchange/results/source.py" />
            <source>it was neither classified nor measured</source>
            <translation>ne sınıflandırıldı ne de ölçüldü</translation>
        </message>
        <message>
            <location filename="../../core/interchange/results/source.py" />
            <source>it was not classified</source>
            <translation>sınıflandırılmadı</translation>
        </message>
        <message>
            <location filename="../../core/interchange/results/source.py" />
            <source>it was refused, and a refused scan has no heat map</source>
            <translation>reddedildi ve reddedilen bir görüntünün ısı haritası olmaz</translation>
        </message>
        <message>
            <location filename="../../core/interchange/results/source.py" />
            <source>it is stored in colour, and a greyscale presentation state cannot refer to it</source>
            <translation>renkli saklanmış ve gri tonlu bir sunum durumu ona gönderme yapamaz</translation>
        </message>
        <message>
            <location filename="../../core/interchange/results/source.py" />
            <source>its table of values is not one that a presentation state can hold</source>
            <translation>değer tablosu bir sunum durumunun tutabileceği türden değil</translation>
        </message>
        <message>
            <location filename="../../core/interchange/results/study.py" />
            <source>its patient ID is not one that DICOM allows</source>
            <translation>hasta kimliği DICOM'un izin verdiği gibi değil</translation>
        </message>
        <message>
            <location filename="../../core/interchange/results/study.py" />
            <source>it is of no kind of image that the DICOM standard has today</source>
            <translation>DICOM standardının bugün tanıdığı bir görüntü türünde değil</translation>
        </message>
        <message>
            <location filename="../../core/interchange/results/study.py" />
            <source>it has no valid {attribute}</source>
            <translation>geçerli bir {attribute} değeri yok</translation>
        </message>
        <message>
            <location filename="../../core/interchange/results/writing.py" />
            <source>it is no DICOM file</source>
            <translation>DICOM dosyası değil</translation>
        </message>
        <message>
            <location filename="../../core/kept_sentences.py" />
            <source>“{node}” has not yet said that it keeps this.</source>
            <translation>“{node}” bunu sakladığını henüz söylemedi.</translation>
        </message>
        <message>
            <location filename="../../core/kept_sentences.py" />
            <source>“{node}” does not keep this: {reason}.</source>
            <translation>“{node}” bunu saklamıyor: {reason}.</translation>
        </message>
        <message>
            <location filename="../../core/model/activation.py" />
            <source>contribution to the logit</source>
            <translation>logit değerine katkı</translation>
        </message>
        <message>
            <location filename="../../core/model/bundled_card_words.py" />
            <source>ResNet-50 for COVID-19 on frontal chest radiographs</source>
            <translation>Önden akciğer grafilerinde COVID-19 için ResNet-50</translation>
        </message>
        <message>
            <location filename="../../core/model/bundled_card_words.py" />
            <source>U-Net for lung fields and opacities on frontal chest radiographs</source>
            <translation>Önden akciğer grafilerinde akciğer alanları ve opasiteler için U-Net</translation>
        </message>
        <message>
            <location filename="../../core/model/bundled_card_words.py" />
            <source>In a hospital it had never seen, this model found 58% of COVID-19 cases and its AUC was 0.86 (44 images): it misses disease, most of all where little can be seen, and a negative answer excludes nothing.</source>
            <translation>Bu model, daha önce hiç görmediği bir hastanede COVID-19 olgularının %58'ini buldu ve AUC değeri 0,86 oldu (44 görüntü): hastalığı, en çok da az şeyin görülebildiği durumlarda kaçırır ve negatif bir yanıt hiçbir şeyi dışlamaz.</translation>
        </message>
        <message>
            <location filename="../../core/model/bundled_card_words.py" />
            <source>It draws where the lungs look opaque and does not say why: COVID-19, other pneumonias, effusion and poor inspiration can look alike.</source>
            <translation>Akciğerlerin nerede opak göründüğünü çizer, nedenini söylemez: COVID-19, diğer pnömoniler, efüzyon ve yetersiz inspirasyon birbirine benzeyebilir.</translation>
        </message>
        <message>
            <location filename="../../core/model/bundled_card_words.py" />
            <source>paper_protocol (never seen), no fine-tuning</source>
            <translation>paper_protocol (hiç görülmemiş), ince ayar yapılmadan</translation>
        </message>
        <message>
            <location filename="../../core/model/bundled_card_words.py" />
            <source>held-out images of the training sources</source>
            <translation>eğitim kaynaklarından ayrılmış görüntüler</translation>
        </message>
        <message>
            <location filename="../../core/model/bundled_card_words.py" />
            <source>one hospital never seen, COVID-19 against no finding</source>
            <translation>hiç görülmemiş bir hastane, COVID-19 ile bulgu olmayanlar</translation>
        </message>
        <message>
            <location filename="../../core/model/bundled_card_words.py" />
            <source>another collection</source>
            <translation>başka bir koleksiyon</translation>
        </message>
        <message>
            <location filename="../../core/model/bundled_card_words.py" />
            <source>80/20 split of the 100 outlined images</source>
            <translation>sınırları çizilmiş 100 görüntünün 80/20 bölünmesi</translation>
        </message>
        <message>
            <location filename="../../core/model/bundled_card_words.py" />
            <source>lung bounding box, other radiographs</source>
            <translation>akciğerleri çevreleyen dikdörtgen, başka grafiler</translation>
        </message>
        <message>
            <location filename="../../core/model/bundled_card_words.py" />
            <source>opacity extent as a score, COVID-19 against no finding in one hospital never seen</source>
            <translation>puan olarak opasite yaygınlığı, hiç görülmemiş bir hastanede COVID-19 ile bulgu olmayanlar</translation>
        </message>
        <message>
            <location filename="../../core/model/bundled_card_words.py" />
            <source>opacity extent as a score, another collection</source>
            <translation>puan olarak opasite yaygınlığı, başka bir koleksiyon</translation>
        </message>
        <message>
            <location filename="../../core/model/bundled_card_words.py" />
            <source>COVID-19 Radiography Database (224 px copies)</source>
            <translation>COVID-19 Radiography Database (224 piksellik kopyalar)</translation>
        </message>
        <message>
            <location filename="../../core/model/bundled_card_words.py" />
            <source>Kermany paediatric pneumonia</source>
            <translation>Kermany pediatrik pnömoni</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/model/card.py" />
            <location filename="../../core/model/trained_card_words.py" />
            <source>{count} images: {names}</source>
            <translation>
                <numerusform>{count} görüntü: {names}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/model/card.py" />
            <source>Trained on {images}.</source>
            <translation>Eğitim verileri: {images}.</translation>
        </message>
        <message>
            <location filename="../../core/model/card.py" />
            <source>Not measured on any image.</source>
            <translation>Hiçbir görüntüde ölçülmedi.</translation>
        </message>
        <message>
            <location filename="../../core/model/card.py" />
            <source>Measured on {images}.</source>
            <translation>Ölçüldüğü görüntüler: {images}.</translation>
        </message>
        <message>
            <location filename="../../core/model/class_words.py" />
            <source>Non-COVID-19</source>
            <comment>a class of images</comment>
            <translation>COVID-19 dışı</translation>
        </message>
        <message>
            <location filename="../../core/model/class_words.py" />
            <source>COVID-19</source>
            <comment>a class of images</comment>
            <translation>COVID-19</translation>
        </message>
        <message>
            <location filename="../../core/model/conformal.py" />
            <location filename="../../core/model/feature_distance.py" />
            <location filename="../../core/model/gate_head.py" />
            <location filename="../../core/model/package.py" />
            <location filename="../../core/registry/activation.py" />
            <location filename="../../core/registry/commissioned.py" />
            <location filename="../../core/registry/exchange.py" />
            <source>cannot be read: {reason}</source>
            <translation>okunamıyor: {reason}</translation>
        </message>
        <message>
            <location filename="../../core/model/openvino_runtime.py" />
            <source>{device} has no {precision} arithmetic</source>
            <translation>{device} aygıtında {precision} aritmetiği yok</translation>
        </message>
        <message>
            <location filename="../../core/model/openvino_runtime.py" />
            <source>OpenVINO does not start: {reason}</source>
            <translation>OpenVINO başlamıyor: {reason}</translation>
        </message>
        <message>
            <location filename="../../core/model/openvino_runtime.py" />
            <source>OpenVINO finds no {device}, only {others}</source>
            <translation>OpenVINO {device} bulamıyor, yalnızca {others}</translation>
        </message>
        <message>
            <location filename="../../core/model/package.py" />
            <source>unknown tensor {name}</source>
            <translation>bilinmeyen tensör {name}</translation>
        </message>
        <message>
            <location filename="../../core/model/package.py" />
            <source>not a sound safetensors file: {reason}</source>
            <translation>sağlam bir safetensors dosyası değil: {reason}</translation>
        </message>
        <message>
            <location filename="../../core/model/package.py" />
            <source>tensor {name} is missing</source>
            <translation>{name} tensörü eksik</translation>
        </message>
        <message>
            <location filename="../../core/model/runtime.py" />
            <source>PyTorch does not start: {reason}</source>
            <translation>PyTorch başlamıyor: {reason}</translation>
        </message>
        <message>
            <location filename="../../core/model/runtime.py" />
            <source>PyTorch is not installed; the training pack brings it</source>
            <translation>PyTorch kurulu değil; eğitim paketiyle gelir</translation>
        </message>
        <message>
            <location filename="../../core/model/torch_runtime.py" />
            <source>this PyTorch ({version}) is built without CUDA</source>
            <translation>bu PyTorch ({version}) CUDA'sız derlenmiş</translation>
        </message>
        <message>
            <location filename="../../core/model/torch_runtime.py" />
            <source>no NVIDIA GPU or driver was found</source>
            <translation>NVIDIA GPU ya da sürücü bulunamadı</translation>
        </message>
        <message>
            <location filename="../../core/model/trained_card_words.py" />
            <source>On {images} images of its own training collection, each held out once, this model found {found} of {positives} {positive_class} cases and called {called} of {negatives} others {that_class}; no other hospital was tested, where it may do far worse, and a negative answer excludes nothing.</source>
            <translation>Kendi eğitim koleksiyonunun, her biri birer kez ayrılan {images} görüntüsünde bu model {positives} {positive_class} olgusundan {found} tanesini buldu ve diğer {negatives} görüntüden {called} tanesine {that_class} dedi; çok daha kötü sonuç verebileceği başka hiçbir hastanede sınanmadı ve negatif bir yanıt hiçbir şeyi dışlamaz.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/model/trained_card_words.py" />
            <source>{count} held-out images of its own training collection</source>
            <translation>
                <numerusform>kendi eğitim koleksiyonundan ayrılmış {count} görüntü</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/model/trained_card_words.py" />
            <source>its own training collection, cross-validated in {folds} folds</source>
            <translation>{folds} katla çapraz doğrulanan kendi eğitim koleksiyonu</translation>
        </message>
        <message>
            <location filename="../../core/model/trained_card_words.py" />
            <source>{positive_class} on chest radiographs, trained here as {name}</source>
            <translation>akciğer grafilerinde {positive_class}, burada {name} adıyla eğitildi</translation>
        </message>
        <message>
            <location filename="../../core/model/trained_card_words.py" />
            <source>{name} {version} (SHA-256 {digest}), itself trained on {images}</source>
            <translation>{name} {version} (SHA-256 {digest}), kendi eğitim verileri: {images}</translation>
        </message>
        <message>
            <location filename="../../core/model/trained_card_words.py" />
            <source>the weights file {name}</source>
            <translation>{name} ağırlık dosyası</translation>
        </message>
        <message>
            <location filename="../../core/model/trained_card_words.py" />
            <source>torchvision's ImageNet weights</source>
            <translation>torchvision'ın ImageNet ağırlıkları</translation>
        </message>
        <message>
            <location filename="../../core/model/trained_card_words.py" />
            <source>random</source>
            <translation>rastgele</translation>
        </message>
        <message>
            <location filename="../../core/model/trained_card_words.py" />
            <source>a model package</source>
            <translation>bir model paketi</translation>
        </message>
        <message>
            <location filename="../../core/number_format.py" />
            <source>%Y-%m-%d</source>
            <comment>a pattern of Python's strftime</comment>
            <translation>%d.%m.%Y</translation>
        </message>
        <message>
            <location filename="../../core/number_format.py" />
            <location filename="../../desktop_app/number_axis.py" />
            <source>.</source>
            <comment>a sign in numbers</comment>
            <translation>,</translation>
        </message>
        <message>
            <location filename="../../core/number_format.py" />
            <source>,</source>
            <comment>a sign in numbers</comment>
            <translation>.</translation>
        </message>
        <message>
            <location filename="../../core/number_format.py" />
            <source>{number}%</source>
            <comment>a percentage</comment>
            <translation>%{number}</translation>
        </message>
        <message>
            <location filename="../../core/record/csv_export.py" />
            <source>this folder is the record's own</source>
            <translation>bu klasör kayıt defterinin kendisine ait</translation>
        </message>
        <message>
            <location filename="../../core/record/csv_export.py" />
            <location filename="../../core/worklist/csv_export.py" />
            <location filename="../../desktop_app/models/models_work.py" />
            <source>Exporting</source>
            <translation>Dışa aktarılıyor</translation>
        </message>
        <message>
            <location filename="../../core/record/database.py" />
            <source>its schema is no text</source>
            <translation>şeması metin değil</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <location filename="../../desktop_app/main_window.py" />
            <location filename="../../desktop_app/training_wizard/step_list.py" />
            <source>Result</source>
            <translation>Sonuç</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>Override</source>
            <translation>Geçersiz kılma</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>Activation</source>
            <translation>Etkinleştirme</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>Commissioning</source>
            <translation>Devreye alma</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>Impression</source>
            <translation>İlk izlenim</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>Model added</source>
            <translation>Model eklendi</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>Model removed</source>
            <translation>Model silindi</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>Settings changed</source>
            <translation>Ayar değişti</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>answer of {model} shown although the gate refused the scan ({kinds})</source>
            <translation>giriş denetimi görüntüyü reddettiği halde ({kinds}) {model} yanıtı gösterildi</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>{model} answers from then on</source>
            <translation>bundan sonra {model} yanıt veriyor</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>{model} answers again from then on</source>
            <translation>bundan sonra yeniden {model} yanıt veriyor</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>The record is empty: nothing was entered yet.</source>
            <translation>Kayıt defteri boş: henüz bir şey kaydedilmedi.</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>The record is unbroken: its one entry is as it was written.</source>
            <translation>Kayıt defteri bozulmamış: tek kaydı yazıldığı gibi.</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>The record is unbroken: all {count} entries are as they were written, and none is missing.</source>
            <translation>Kayıt defteri bozulmamış: {count} kaydın tümü yazıldığı gibi ve hiçbiri eksik değil.</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>not commissioned here</source>
            <translation>burada devreye alınmamış</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>{answers}, before that {before}</source>
            <translation>{answers}, ondan önce {before}</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>{model} on {cases}: {figures}; threshold {threshold}, error level {level}</source>
            <translation>{model}, {cases}: {figures}; eşik {threshold}, hata düzeyi {level}</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>{impression} to the person, {decision} to {model}</source>
            <translation>kişiye göre {impression}, {model} modeline göre {decision}</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>{model} is kept from then on</source>
            <translation>{model} bundan sonra saklanıyor</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>{model} was deleted</source>
            <translation>{model} silindi</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>{setting}: {before} became {after}</source>
            <translation>{setting}: {before} yerine {after}</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <location filename="../../core/registry/standing.py" />
            <location filename="../../core/report/dossier_tables.py" />
            <source>not known</source>
            <translation>bilinmiyor</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>written at: {time}</source>
            <translation>yazıldığı zaman: {time}</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>digest: {digest}</source>
            <translation>özet: {digest}</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>digest before it: {digest}</source>
            <translation>önceki özet: {digest}</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>The record is broken. {reason}</source>
            <translation>Kayıt defteri bozulmuş. {reason}</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>Up to entry {number} the record is unbroken.</source>
            <translation>Kayıt defteri {number} numaralı kayda kadar bozulmamış.</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>by {model}</source>
            <translation>model: {model}</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>{first} and {last}</source>
            <translation>{first} ve {last}</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <location filename="../../core/report/dossier_lists.py" />
            <source>yes</source>
            <translation>evet</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <location filename="../../core/report/dossier_lists.py" />
            <source>no</source>
            <translation>hayır</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>none</source>
            <comment>of several</comment>
            <translation>hiçbiri</translation>
        </message>
        <message>
            <location filename="../../core/record/describing.py" />
            <source>gate: {kinds}</source>
            <translation>giriş denetimi: {kinds}</translation>
        </message>
        <message>
            <location filename="../../core/record/journal.py" />
            <source>entry {number} is not the one that was written</source>
            <translation>{number} numaralı kayıt yazılan kayıt değil</translation>
        </message>
        <message>
            <location filename="../../core/record/journal.py" />
            <location filename="../../core/worklist/rows.py" />
            <source>entry {number} cannot be read</source>
            <translation>{number} numaralı kayıt okunamıyor</translation>
        </message>
        <message>
            <location filename="../../core/record/journal.py" />
            <source>entry {number} was written, but the last one that is there is {last}</source>
            <translation>{number} numaralı kayıt yazılmıştı, ama oradaki son kayıt {last}</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>input sha256</source>
            <translation>girdi sha256</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>model</source>
            <translation>model</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>model version</source>
            <translation>model sürümü</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>weights sha256</source>
            <translation>ağırlıklar sha256</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>lung weights sha256</source>
            <translation>akciğer ağı ağırlıkları sha256</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>data sha256</source>
            <translation>veriler sha256</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>device</source>
            <translation>aygıt</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>decision</source>
            <translation>karar</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>reasons</source>
            <translation>nedenler</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>positive class</source>
            <translation>pozitif sınıf</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>probability</source>
            <translation>olasılık</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>threshold</source>
            <translation>eşik</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>error level</source>
            <translation>hata düzeyi</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>gate</source>
            <translation>giriş denetimi</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>gate kinds</source>
            <translation>giriş denetimi türleri</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>opacity extent</source>
            <translation>opasite yaygınlığı</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>lung fraction</source>
            <translation>akciğer oranı</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>activation in lungs</source>
            <translation>akciğerlerdeki aktivasyon</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>commissioned</source>
            <translation>devreye alınmış</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>measurements</source>
            <translation>ölçümler</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>before</source>
            <translation>önce</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>after</source>
            <translation>sonra</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>rolled back</source>
            <translation>geri alındı</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>cases</source>
            <translation>olgular</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>figures</source>
            <translation>değerler</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>promised</source>
            <translation>vaat edilen</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>place</source>
            <translation>yer</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>impression</source>
            <translation>ilk izlenim</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>origin</source>
            <translation>köken</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>setting</source>
            <translation>ayar</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>file</source>
            <translation>dosya</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>patient</source>
            <translation>hasta</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <location filename="../../core/report/scan_answer.py" />
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>positive</source>
            <translation>pozitif</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <location filename="../../core/report/scan_answer.py" />
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>negative</source>
            <translation>negatif</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <location filename="../../core/report/scan_answer.py" />
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>undetermined</source>
            <translation>belirsiz</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <location filename="../../core/report/scan_answer.py" />
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>refused</source>
            <translation>reddedildi</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <location filename="../../core/report/scan_report.py" />
            <source>pass</source>
            <translation>geçti</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <location filename="../../core/report/scan_report.py" />
            <source>warn</source>
            <translation>uyarıldı</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <location filename="../../core/report/scan_report.py" />
            <source>refuse</source>
            <translation>reddedildi</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <location filename="../../core/training/audit_wording.py" />
            <source>picture</source>
            <translation>görüntü</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>radiograph</source>
            <translation>grafi</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>chest</source>
            <translation>göğüs</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>view</source>
            <comment>projection of a radiograph</comment>
            <translation>projeksiyon</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>polarity</source>
            <translation>polarite</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <location filename="../../core/training/audit_wording.py" />
            <source>orientation</source>
            <translation>yönelim</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>lungs</source>
            <translation>akciğerler</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>processing</source>
            <translation>işleme</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>age</source>
            <translation>yaş</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>likeness</source>
            <translation>benzerlik</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>refused by gate</source>
            <translation>giriş denetimi reddetti</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>both possible</source>
            <translation>ikisi de olası</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>neither possible</source>
            <translation>hiçbiri olası değil</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>set disagrees with threshold</source>
            <translation>küme eşikle çelişiyor</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>positive without opacity</source>
            <translation>opasitesiz pozitif</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>negative with opacity</source>
            <translation>opasiteli negatif</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <source>evidence outside lungs</source>
            <translation>kanıt akciğerlerin dışında</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <location filename="../../desktop_app/training_wizard/figures_table.py" />
            <location filename="../../desktop_app/training_wizard/result_plots.py" />
            <source>sensitivity</source>
            <translation>duyarlılık</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <location filename="../../desktop_app/training_wizard/figures_table.py" />
            <source>specificity</source>
            <translation>özgüllük</translation>
        </message>
        <message>
            <location filename="../../core/record/names.py" />
            <location filename="../../core/registry/commissioning_words.py" />
            <location filename="../../desktop_app/models/comparison_dialog.py" />
            <location filename="../../desktop_app/training_wizard/figures_table.py" />
            <source>AUC</source>
            <translation>AUC</translation>
        </message>
        <message>
            <location filename="../../core/record/verification.py" />
            <source>{name}, the file that keeps the number of the last entry, is missing or damaged: entries that were removed at the end would not be noticed.</source>
            <translation>Son kaydın numarasını tutan {name} dosyası eksik ya da hasarlı: sondan silinen kayıtlar fark edilmez.</translation>
        </message>
        <message>
            <location filename="../../core/record/verification.py" />
            <source>What protects the entries from being changed was altered in the database.</source>
            <translation>Kayıtları değiştirilmekten koruyan düzen veritabanında değiştirilmiş.</translation>
        </message>
        <message>
            <location filename="../../core/record/verification.py" />
            <source>The entries are unbroken, but the database that holds them is damaged in another place.</source>
            <translation>Kayıtlar bozulmamış, ama onları tutan veritabanı başka bir yerinde hasarlı.</translation>
        </message>
        <message>
            <location filename="../../core/record/verification.py" />
            <source>The record does not lead through the digest that was written down: it was made anew, or entries were removed at its end.</source>
            <translation>Kayıt defteri not edilen özetten geçmiyor: yeniden oluşturulmuş ya da sonundan kayıtlar silinmiş.</translation>
        </message>
        <message>
            <location filename="../../core/record/verification.py" />
            <source>The database is damaged from here on and cannot be read further ({detail}).</source>
            <translation>Veritabanı buradan sonra hasarlı ve daha fazla okunamıyor ({detail}).</translation>
        </message>
        <message>
            <location filename="../../core/record/verification.py" />
            <source>Entry {number} is missing.</source>
            <translation>{number} numaralı kayıt eksik.</translation>
        </message>
        <message>
            <location filename="../../core/record/verification.py" />
            <source>Entries were removed at the end: entry {number} was written, but the last one that is there is {last}.</source>
            <translation>Sondan kayıtlar silinmiş: {number} numaralı kayıt yazılmıştı, ama oradaki son kayıt {last}.</translation>
        </message>
        <message>
            <location filename="../../core/record/verification.py" />
            <source>Entry {number} is not the one that was written: the record was made anew.</source>
            <translation>{number} numaralı kayıt yazılan kayıt değil: kayıt defteri yeniden oluşturulmuş.</translation>
        </message>
        <message>
            <location filename="../../core/record/verification.py" />
            <source>Verifying</source>
            <translation>Doğrulanıyor</translation>
        </message>
        <message>
            <location filename="../../core/record/verification.py" />
            <source>Entry {number} does not follow from the one before it: one of them was changed, exchanged or put in later.</source>
            <translation>{number} numaralı kayıt bir öncekini izlemiyor: biri değiştirilmiş, yerine başkası konmuş ya da sonradan eklenmiş.</translation>
        </message>
        <message>
            <location filename="../../core/record/verification.py" />
            <source>Entry {number} was changed: it does not fit its digest.</source>
            <translation>{number} numaralı kayıt değiştirilmiş: özetine uymuyor.</translation>
        </message>
        <message>
            <location filename="../../core/registry/catalogue.py" />
            <source>it is the card of {name} {version}</source>
            <translation>{name} {version} modelinin kartı</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioned.py" />
            <source>not a commissioning: {reason}</source>
            <translation>bir devreye alma kaydı değil: {reason}</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <location filename="../../core/report/dossier_figures.py" />
            <location filename="../../core/report/dossier_summary.py" />
            <location filename="../../core/report/dossier_tables.py" />
            <location filename="../../desktop_app/models/comparison_dialog.py" />
            <location filename="../../desktop_app/models/models_table.py" />
            <source>Sensitivity</source>
            <translation>Duyarlılık</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <location filename="../../core/report/dossier_summary.py" />
            <location filename="../../core/report/dossier_tables.py" />
            <location filename="../../desktop_app/models/comparison_dialog.py" />
            <location filename="../../desktop_app/models/models_table.py" />
            <source>Specificity</source>
            <translation>Özgüllük</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <source>From {cases} scans a sensitivity of {share} would be known only as {low} to {high}.</source>
            <translation>{cases} görüntüyle {share} değerindeki bir duyarlılık ancak {low} ile {high} arasında diye bilinir.</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <source>From {cases} scans a specificity of {share} would be known only as {low} to {high}.</source>
            <translation>{cases} görüntüyle {share} değerindeki bir özgüllük ancak {low} ile {high} arasında diye bilinir.</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <source>The model judged {positives} cases with the finding and {negatives} without.</source>
            <translation>Model bulgulu {positives} ve bulgusuz {negatives} olguyu değerlendirdi.</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <source>The card's figures are from: {images}. All are at the card's own threshold.</source>
            <translation>Karttaki değerlerin görüntüleri: {images}. Hepsi kartın kendi eşiğindedir.</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <source>“Undetermined” is decided by these cases themselves: its error level holds for scans like them.</source>
            <translation>“Belirsiz” bu olguların kendisiyle belirlenir: hata düzeyi bunlara benzer görüntüler için geçerlidir.</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <source>The model has nothing to decide “undetermined” by but the lungs.</source>
            <translation>Modelin “belirsiz” kararı için akciğerlerden başka dayanağı yok.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/registry/commissioning_words.py" />
            <source>{count} were refused by the gate: the model gives no answer about them.</source>
            <translation>
                <numerusform>{count} görüntü giriş denetiminde reddedildi: model bunlar için yanıt vermez.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/registry/commissioning_words.py" />
            <source>{count} were not readable.</source>
            <translation>
                <numerusform>{count} görüntü okunamadı.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/registry/commissioning_words.py" />
            <source>{count} were left out, because the model was trained on them.</source>
            <translation>
                <numerusform>{count} görüntü, model onlarla eğitildiği için dışarıda bırakıldı.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/registry/commissioning_words.py" />
            <source>{count} were left out, because the same picture lies in both classes.</source>
            <translation>
                <numerusform>{count} görüntü, aynı görüntü iki sınıfta da bulunduğu için dışarıda bırakıldı.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <source>Answers, lungs and error level taken in: {with_it}; {without_it}.</source>
            <translation>Akciğerler ve hata düzeyi dahil yanıtlar: {with_it}; {without_it}.</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <source>The model's card promises no figures to compare with.</source>
            <translation>Model kartı karşılaştırılacak bir değer vaat etmiyor.</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <source>Of {people} people of whom {ill} have the finding, the classifier alone would find {found}, miss {missed}, and raise {false_alarms} false alarms.</source>
            <translation>{ill} tanesinde bulgu olan {people} kişiden, sınıflandırıcı tek başına {found} tanesini bulur, {missed} tanesini kaçırır ve {false_alarms} yanlış alarm verir.</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <source>“Undetermined” is decided by the images that the model came with, whose error level may not hold here: it takes {count} different cases of either class to decide by your own.</source>
            <translation>“Belirsiz”, modelin birlikte geldiği görüntülerle belirlenir; bunların hata düzeyi burada geçerli olmayabilir: kendi olgularınızla belirlemek için her sınıftan {count} farklı olgu gerekir.</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <source>{name}: no difference that these {cases} cases could show. {here} here, {card} on the card.</source>
            <translation>{name}: bu {cases} olgunun gösterebileceği bir fark yok. Burada {here}, kartta {card}.</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <source>{name}: LOWER than promised. {here} here, {card} on the card.</source>
            <translation>{name}: vaat edilenden DÜŞÜK. Burada {here}, kartta {card}.</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <source>{name}: higher than promised. {here} here, {card} on the card.</source>
            <translation>{name}: vaat edilenden yüksek. Burada {here}, kartta {card}.</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <source>{positives} scans count as {finding} (“{label}”), {negatives} as not.</source>
            <translation>{positives} görüntü {finding} sayılıyor (“{label}”), {negatives} görüntü sayılmıyor.</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <source>Sensitivity {share}: the classifier leans to the finding in {count} of {cases} cases that have it.</source>
            <translation>Duyarlılık {share}: sınıflandırıcı, bulgusu olan {cases} olgudan {count} tanesinde bulguya yöneliyor.</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <source>Specificity {share}: it leans away from it in {count} of {cases} cases that do not.</source>
            <translation>Özgüllük {share}: bulgusu olmayan {cases} olgudan {count} tanesinde bulgudan uzaklaşıyor.</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <source>AUC {area}.</source>
            <translation>AUC {area}.</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <source>Undetermined {undetermined}, refused {refused}.</source>
            <translation>Belirsiz {undetermined}, reddedilen {refused}.</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <source>with the finding {positive} positive, {negative} negative, {undetermined} undetermined</source>
            <translation>bulgulu {positive} pozitif, {negative} negatif, {undetermined} belirsiz</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <source>without it {positive} positive, {negative} negative, {undetermined} undetermined</source>
            <translation>bulgusuz {positive} pozitif, {negative} negatif, {undetermined} belirsiz</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <source>That is too few: it takes at least {count} of either.</source>
            <translation>Bu çok az: her birinden en az {count} gerekir.</translation>
        </message>
        <message>
            <location filename="../../core/registry/commissioning_words.py" />
            <source>{count} of them show a patient or a picture once more; the intervals take that into account.</source>
            <translation>Bunlardan {count} tanesi bir hastayı ya da görüntüyü yeniden gösteriyor; güven aralıkları bunu hesaba katar.</translation>
        </message>
        <message>
            <location filename="../../core/registry/comparing.py" />
            <source>the folder has no class “{name}” beside another one</source>
            <translation>klasörde başka bir sınıfın yanında “{name}” sınıfı yok</translation>
        </message>
        <message>
            <location filename="../../core/registry/comparing.py" />
            <source>Reading the images</source>
            <translation>Görüntüler okunuyor</translation>
        </message>
        <message>
            <location filename="../../core/registry/comparing.py" />
            <source>Comparing</source>
            <translation>Karşılaştırılıyor</translation>
        </message>
        <message>
            <location filename="../../core/registry/comparing.py" />
            <source>the folder needs readable images of “{name}” and of another class</source>
            <translation>klasörde “{name}” ve başka bir sınıftan okunabilir görüntüler gerekli</translation>
        </message>
        <message>
            <location filename="../../core/registry/comparing.py" />
            <source>one decides about {one}, the other about {other}</source>
            <translation>biri {one}, diğeri {other} hakkında karar veriyor</translation>
        </message>
        <message>
            <location filename="../../core/registry/describing.py" />
            <source>AUC {value}</source>
            <translation>AUC {value}</translation>
        </message>
        <message>
            <location filename="../../core/registry/describing.py" />
            <location filename="../../core/report/scan_facts.py" />
            <source>accuracy {value}</source>
            <translation>doğruluk {value}</translation>
        </message>
        <message>
            <location filename="../../core/registry/describing.py" />
            <location filename="../../core/report/scan_facts.py" />
            <source>sensitivity {value}</source>
            <translation>duyarlılık {value}</translation>
        </message>
        <message>
            <location filename="../../core/registry/describing.py" />
            <location filename="../../core/report/scan_facts.py" />
            <source>specificity {value}</source>
            <translation>özgüllük {value}</translation>
        </message>
        <message>
            <location filename="../../core/registry/describing.py" />
            <source>precision {value}</source>
            <translation>kesinlik {value}</translation>
        </message>
        <message>
            <location filename="../../core/registry/describing.py" />
            <source>F1 {value}</source>
            <translation>F1 {value}</translation>
        </message>
        <message>
            <location filename="../../core/registry/describing.py" />
            <source>nothing</source>
            <comment>no images</comment>
            <translation>hiçbir görüntü</translation>
        </message>
        <message>
            <location filename="../../core/registry/describing.py" />
            <source>there is too little to judge by</source>
            <translation>karar verecek kadar veri yok</translation>
        </message>
        <message>
            <location filename="../../core/registry/describing.py" />
            <source>no difference beyond chance was shown</source>
            <translation>rastlantının ötesinde bir fark gösterilemedi</translation>
        </message>
        <message>
            <location filename="../../core/registry/describing.py" />
            <source>Started from {weights}.</source>
            <translation>Başlangıç ağırlıkları: {weights}.</translation>
        </message>
        <message>
            <location filename="../../core/registry/describing.py" />
            <source>{images} images in {groups} independent groups; decisions about {finding}.</source>
            <translation>{groups} bağımsız grupta {images} görüntü; {finding} hakkında kararlar.</translation>
        </message>
        <message>
            <location filename="../../core/registry/describing.py" />
            <source>Both right about {both} images, only {first} about {only_first}, only {second} about {only_second}, neither about {neither}.</source>
            <translation>{both} görüntüde ikisi de, {only_first} görüntüde yalnızca {first}, {only_second} görüntüde yalnızca {second}, {neither} görüntüde hiçbiri doğru değil.</translation>
        </message>
        <message>
            <location filename="../../core/registry/describing.py" />
            <source>{model} is right more often</source>
            <translation>{model} daha sık doğru</translation>
        </message>
        <message>
            <location filename="../../core/registry/describing.py" />
            <source>Decisions: {verdict} (McNemar, mid-p {p}, exact {exact_p}).</source>
            <translation>Kararlar: {verdict} (McNemar, mid-p {p}, tam {exact_p}).</translation>
        </message>
        <message>
            <location filename="../../core/registry/describing.py" />
            <source>{model} ranks better</source>
            <translation>{model} daha iyi sıralıyor</translation>
        </message>
        <message>
            <location filename="../../core/registry/describing.py" />
            <source>Ranking: AUC differs by {difference}; {verdict} (DeLong, p {p}).</source>
            <translation>Sıralama: AUC farkı {difference}; {verdict} (DeLong, p {p}).</translation>
        </message>
        <message>
            <location filename="../../core/registry/describing.py" />
            <source>{model} was trained on {count} of these images: its out-of-fold answers count, given by networks that had not seen them.</source>
            <translation>{model} bu görüntülerden {count} tanesiyle eğitildi: bunlar için, onları görmemiş ağların verdiği kat dışı yanıtlar geçerlidir.</translation>
        </message>
        <message>
            <location filename="../../core/registry/describing.py" />
            <source>It is not known which images {model} was trained on: if these are among them, its figures are too good.</source>
            <translation>{model} modelinin hangi görüntülerle eğitildiği bilinmiyor: bunlar aralarındaysa değerleri olduğundan iyidir.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/registry/describing.py" />
            <source>{count} images could not be read and were left out.</source>
            <translation>
                <numerusform>{count} görüntü okunamadı ve dışarıda bırakıldı.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/registry/describing.py" />
            <source>{model}: AUC {auc}, sensitivity {sensitivity}, specificity {specificity} at threshold {threshold}; {missed} missed, false alarms {false_alarms}.</source>
            <translation>{model}: eşik {threshold} için AUC {auc}, duyarlılık {sensitivity}, özgüllük {specificity}; {missed} kaçırılan, {false_alarms} yanlış alarm.</translation>
        </message>
        <message>
            <location filename="../../core/registry/describing.py" />
            <source>Figures: {figures}.</source>
            <translation>Değerler: {figures}.</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>Too early to say</source>
            <translation>Söylemek için erken</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>As before</source>
            <translation>Önceki gibi</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>Worth a look</source>
            <translation>Bakmaya değer</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>Changed</source>
            <translation>Değişti</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>Probability of the finding</source>
            <translation>Bulgunun olasılığı</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <location filename="../../core/report/template_words.py" />
            <source>Opacity in the lungs</source>
            <translation>Akciğerlerdeki opasite</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <location filename="../../core/report/dossier_disease.py" />
            <source>Lungs' share of the picture</source>
            <translation>Akciğerlerin görüntüdeki payı</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>Distance from the training images</source>
            <translation>Eğitim görüntülerine uzaklık</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <location filename="../../core/training/wizard_plan.py" />
            <source>Brightness</source>
            <translation>Parlaklık</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <location filename="../../core/training/wizard_plan.py" />
            <source>Contrast</source>
            <translation>Kontrast</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>Age of the patients</source>
            <translation>Hastaların yaşı</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>the patients, or how the model sees these scans</source>
            <translation>hastalar ya da modelin bu görüntüleri görme biçimi</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>the patients, or how the lung network sees these scans</source>
            <translation>hastalar ya da akciğer ağının bu görüntüleri görme biçimi</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>positioning, collimation or the patients' size</source>
            <translation>konumlandırma, kolimasyon ya da hastaların boyutu</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>the scanner, its processing or the patients</source>
            <translation>cihaz, görüntü işlemesi ya da hastalar</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>the scanner, its exposure or its processing</source>
            <translation>cihaz, ışınlaması ya da görüntü işlemesi</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>the patients</source>
            <translation>hastalar</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>The last {scans} differ somewhat from {before}. Keep an eye on: {listed}.</source>
            <translation>Son {scans}, {before} ile karşılaştırıldığında biraz farklı. Gözünüz şunların üzerinde olsun: {listed}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/registry/drift_words.py" />
            <location filename="../../core/report/scan_report.py" />
            <location filename="../../desktop_app/connection/receiving_work.py" />
            <location filename="../../desktop_app/screening/scan_strip.py" />
            <location filename="../../desktop_app/worklist/filter_bar.py" />
            <source>{count} scans</source>
            <translation>
                <numerusform>{count} görüntü</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>Too early to say: the record holds {scans} by this model; it takes {needed} to hold against {before}.</source>
            <translation>Söylemek için erken: kayıt defterinde bu modelden {scans} var; {before} ile karşılaştırmak için {needed} gerekir.</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>The last {scans} are like {before}.</source>
            <translation>Son {scans}, {before} gibi.</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>The last {scans} are no longer like {before}. Changed: {listed}. Find out what is different, and commission the model again before you rely on its figures.</source>
            <translation>Son {scans} artık {before} gibi değil. Değişen: {listed}. Neyin farklı olduğunu bulun ve değerlerine güvenmeden önce modeli yeniden devreye alın.</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>the {scans} cases of the commissioning on {day}</source>
            <translation>{day} tarihli devreye almanın {scans} olgusu</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>the first {scans} here, from {day} on</source>
            <translation>buradaki {day} tarihinden başlayan ilk {scans}</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>Too early to say: the record holds {scans} by this model since its commissioning; it takes {needed} to hold against {before}.</source>
            <translation>Söylemek için erken: kayıt defterinde devreye alındığından beri bu modelden {scans} var; {before} ile karşılaştırmak için {needed} gerekir.</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>Middle half of the scans: {then} then, {now} now.</source>
            <translation>Görüntülerin ortadaki yarısı: o zaman {then}, şimdi {now}.</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>Population stability index {index} beyond chance; Kolmogorov-Smirnov {statistic}, p {p} after Holm; {scans}.</source>
            <translation>Rastlantının ötesinde popülasyon kararlılık indeksi {index}; Kolmogorov-Smirnov {statistic}, Holm sonrası p {p}; {scans}.</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>There are so few earlier scans like these that only large changes can be seen.</source>
            <translation>Bunlara benzer o kadar az önceki görüntü var ki yalnızca büyük değişiklikler görülebilir.</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>how often the gate refuses</source>
            <translation>giriş denetiminin ne sıklıkta reddettiği</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>the equipment</source>
            <translation>cihazlar</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>Too early to say: the model was not commissioned here, and has not seen enough scans to compare later ones with. From {count} scans on the last are held against the first; a commissioning makes it surer, and sooner.</source>
            <translation>Söylemek için erken: model burada devreye alınmadı ve sonrakileri karşılaştıracak kadar görüntü görmedi. {count} görüntüden başlayarak sonuncular ilkleriyle karşılaştırılır; devreye alma bunu daha güvenilir ve daha erken kılar.</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>{share} of the last scans are from equipment of {maker}, which was not there before.</source>
            <translation>Son görüntülerin {share} kadarı, önceden görülmeyen {maker} marka cihazlardan geliyor.</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>The gate refuses {now} of the scans; it refused {then} before.</source>
            <translation>Giriş denetimi görüntülerin {now} kadarını reddediyor; önceden {then} kadarını reddediyordu.</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>Another model answered as late as {day}: only scans of the active one are compared.</source>
            <translation>En son {day} tarihinde başka bir model yanıt verdi: yalnızca etkin modelin görüntüleri karşılaştırılır.</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>By their probabilities about {now} of the last scans have the finding, against {then} of the cases at commissioning; the comparison allows for that.</source>
            <translation>Olasılıklarına göre son görüntülerin yaklaşık {now} kadarında bulgu var; devreye almadaki olgularda {then}. Karşılaştırma bunu hesaba katar.</translation>
        </message>
        <message>
            <location filename="../../core/registry/drift_words.py" />
            <source>Possible reasons: {causes}.</source>
            <translation>Olası nedenler: {causes}.</translation>
        </message>
        <message>
            <location filename="../../core/registry/exchange.py" />
            <source>it has no manifest</source>
            <translation>bildirim dosyası yok</translation>
        </message>
        <message>
            <location filename="../../core/registry/exchange.py" />
            <source>it was written by another version of Hilum</source>
            <translation>Hilum'un başka bir sürümüyle yazılmış</translation>
        </message>
        <message>
            <location filename="../../core/registry/exchange.py" />
            <source>its manifest names other files than it holds</source>
            <translation>bildirim dosyası, içindekilerden başka dosyalar adlandırıyor</translation>
        </message>
        <message>
            <location filename="../../core/registry/exchange.py" />
            <source>its manifest names other sizes</source>
            <translation>bildirim dosyası başka boyutlar bildiriyor</translation>
        </message>
        <message>
            <location filename="../../core/registry/exchange.py" />
            <source>not a sound archive</source>
            <translation>sağlam bir arşiv değil</translation>
        </message>
        <message>
            <location filename="../../core/registry/exchange.py" />
            <source>it holds {count} files</source>
            <translation>{count} dosya içeriyor</translation>
        </message>
        <message>
            <location filename="../../core/registry/exchange.py" />
            <source>it is compressed</source>
            <translation>sıkıştırılmış</translation>
        </message>
        <message>
            <location filename="../../core/registry/exchange.py" />
            <source>it is encrypted</source>
            <translation>şifrelenmiş</translation>
        </message>
        <message>
            <location filename="../../core/registry/exchange.py" />
            <source>{name} in it is not what the manifest says</source>
            <translation>içindeki {name}, bildirim dosyasının söylediği değil</translation>
        </message>
        <message>
            <location filename="../../core/registry/exchange.py" />
            <source>it holds {name}, which does not belong there</source>
            <translation>oraya ait olmayan {name} dosyasını içeriyor</translation>
        </message>
        <message>
            <location filename="../../core/registry/exchange.py" />
            <source>{name} in it is larger than {count} bytes</source>
            <translation>içindeki {name}, {count} bayttan büyük</translation>
        </message>
        <message>
            <location filename="../../core/registry/registry.py" />
            <source>it is part of the installation</source>
            <translation>kurulumun bir parçası</translation>
        </message>
        <message>
            <location filename="../../core/registry/registry.py" />
            <source>it is the active one</source>
            <translation>etkin olan o</translation>
        </message>
        <message>
            <location filename="../../core/registry/site_cases.py" />
            <source>its images are all of one class, “{name}”</source>
            <translation>görüntülerinin hepsi aynı sınıftan, “{name}”</translation>
        </message>
        <message>
            <location filename="../../core/registry/site_cases.py" />
            <source>Reading the files</source>
            <translation>Dosyalar okunuyor</translation>
        </message>
        <message>
            <location filename="../../core/registry/site_cases.py" />
            <source>it has no class “{name}”, but {others}</source>
            <translation>“{name}” sınıfı yok, ama {others} var</translation>
        </message>
        <message>
            <location filename="../../core/registry/standing.py" />
            <source>Not commissioned here: nobody has tried this model on scans of this site.</source>
            <translation>Burada devreye alınmadı: kimse bu modeli bu kurumun görüntülerinde denemedi.</translation>
        </message>
        <message>
            <location filename="../../core/registry/standing.py" />
            <source>Its commissioning here cannot be read and does not count: commission it again.</source>
            <translation>Buradaki devreye alma kaydı okunamıyor ve geçerli sayılmıyor: modeli yeniden devreye alın.</translation>
        </message>
        <message>
            <location filename="../../core/registry/standing.py" />
            <source>Its commissioning here was written by a newer version of Hilum, cannot be read by this one and does not count.</source>
            <translation>Buradaki devreye alma kaydı Hilum'un daha yeni bir sürümüyle yazılmış; bu sürüm onu okuyamaz ve geçerli saymaz.</translation>
        </message>
        <message>
            <location filename="../../core/registry/standing.py" />
            <source>A model of this name and version was commissioned here, but with other weights: that does not count for this one.</source>
            <translation>Bu ad ve sürümde bir model burada devreye alındı, ama başka ağırlıklarla: bu model için geçerli değildir.</translation>
        </message>
        <message>
            <location filename="../../core/registry/standing.py" />
            <source>Commissioned here{place} on {day} by {person} on {positive} + {negative} cases: sensitivity {sensitivity}, specificity {specificity}.</source>
            <translation>Burada{place} {day} tarihinde {person} tarafından {positive} + {negative} olguyla devreye alındı: duyarlılık {sensitivity}, özgüllük {specificity}.</translation>
        </message>
        <message>
            <location filename="../../core/registry/standing.py" />
            <source>Commissioned here{place} on {day} on {positive} + {negative} cases: sensitivity {sensitivity}, specificity {specificity}.</source>
            <translation>Burada{place} {day} tarihinde {positive} + {negative} olguyla devreye alındı: duyarlılık {sensitivity}, özgüllük {specificity}.</translation>
        </message>
        <message>
            <location filename="../../core/report/clinic.py" />
            <source>larger than 4 MB</source>
            <translation>4 MB'tan büyük</translation>
        </message>
        <message>
            <location filename="../../core/report/clinic.py" />
            <source>the picture is damaged</source>
            <translation>resim bozuk</translation>
        </message>
        <message>
            <location filename="../../core/report/clinic.py" />
            <source>the drawing is damaged, or of a kind that archives do not take</source>
            <translation>çizim bozuk ya da arşivlerin kabul etmediği türden</translation>
        </message>
        <message>
            <location filename="../../core/report/clinic.py" />
            <source>{columns} x {rows} pixels are too many</source>
            <translation>{columns} x {rows} piksel çok fazla</translation>
        </message>
        <message>
            <location filename="../../core/report/disease_rows.py" />
            <source>no shortcut found</source>
            <translation>kestirme ipucu bulunmadı</translation>
        </message>
        <message>
            <location filename="../../core/report/disease_rows.py" />
            <source>shortcut suspected</source>
            <translation>kestirme ipucu şüphesi</translation>
        </message>
        <message>
            <location filename="../../core/report/disease_rows.py" />
            <source>inseparable</source>
            <translation>ayrılamaz</translation>
        </message>
        <message>
            <location filename="../../core/report/disease_rows.py" />
            <source>Audit of the images</source>
            <translation>Görüntülerin denetimi</translation>
        </message>
        <message>
            <location filename="../../core/report/disease_rows.py" />
            <source>On its images, none of which were learnt from; with others of it learnt {area}. Both of a simpler model: a last layer alone.</source>
            <translation>Hiçbirinden öğrenilmeyen kendi görüntülerinde; bu kaynağın başka görüntülerinden öğrenildiğinde {area}. İkisi de daha basit bir modele aittir: yalnızca son katman.</translation>
        </message>
        <message>
            <location filename="../../core/report/disease_rows.py" />
            <source>On its images, none of which were learnt from; with others of it learnt {area}.</source>
            <translation>Hiçbirinden öğrenilmeyen kendi görüntülerinde; bu kaynağın başka görüntülerinden öğrenildiğinde {area}.</translation>
        </message>
        <message>
            <location filename="../../core/report/disease_rows.py" />
            <source>On {count} held-out images in which two lung fields were found.</source>
            <translation>İki akciğer alanının bulunduğu, ayrılmış {count} görüntüde.</translation>
        </message>
        <message>
            <location filename="../../core/report/disease_rows.py" />
            <location filename="../../core/report/dossier_disease.py" />
            <source>Picture as it is</source>
            <translation>Görüntü olduğu gibi</translation>
        </message>
        <message>
            <location filename="../../core/report/disease_rows.py" />
            <location filename="../../core/report/dossier_disease.py" />
            <source>Lungs hidden</source>
            <translation>Akciğerler gizli</translation>
        </message>
        <message>
            <location filename="../../core/report/disease_rows.py" />
            <location filename="../../core/report/dossier_disease.py" />
            <source>Lungs alone</source>
            <translation>Yalnız akciğerler</translation>
        </message>
        <message>
            <location filename="../../core/report/disease_rows.py" />
            <source>What the lungs tell it, without the body around them.</source>
            <translation>Çevrelerindeki vücut olmadan akciğerlerin modele söylediği.</translation>
        </message>
        <message>
            <location filename="../../core/report/disease_rows.py" />
            <source>Lung fields were found in too few images of either class to say.</source>
            <translation>Akciğer alanları, bir şey söylenemeyecek kadar az görüntüde bulundu.</translation>
        </message>
        <message>
            <location filename="../../core/report/disease_rows.py" />
            <source>It uses something that is not the lungs: {half} would be chance.</source>
            <translation>Akciğerler dışında bir şeyden yararlanıyor: {half} şans düzeyi olurdu.</translation>
        </message>
        <message>
            <location filename="../../core/report/disease_rows.py" />
            <source>{half} is chance: little that is not the lungs helps it.</source>
            <translation>{half} şans düzeyidir: akciğerler dışında kalanların modele katkısı azdır.</translation>
        </message>
        <message>
            <location filename="../../core/report/disease_rows.py" />
            <source>Another source</source>
            <translation>Başka bir kaynak</translation>
        </message>
        <message>
            <location filename="../../core/report/disease_rows.py" />
            <location filename="../../core/report/dossier_disease.py" />
            <source>Evidence in the lungs</source>
            <translation>Akciğerlerdeki kanıt</translation>
        </message>
        <message>
            <location filename="../../core/report/disease_rows.py" />
            <source>Without “{name}”</source>
            <translation>“{name}” olmadan</translation>
        </message>
        <message>
            <location filename="../../core/report/disease_rows.py" />
            <source>Error level {level}, {name}</source>
            <translation>Hata düzeyi {level}, {name}</translation>
        </message>
        <message>
            <location filename="../../core/report/disease_rows.py" />
            <source>{share} undetermined</source>
            <translation>{share} belirsiz</translation>
        </message>
        <message>
            <location filename="../../core/report/disease_rows.py" />
            <source>The true answer stayed possible in {share} ({interval}) of {count}; promised are {promised}.</source>
            <translation>Doğru yanıt, {count} görüntünün {share} kadarında ({interval}) olası kaldı; vaat edilen {promised}.</translation>
        </message>
        <message>
            <location filename="../../core/report/disease_rows.py" />
            <source>Share of what speaks for {name}, in images of it. The lungs take {share} of what it sees: evidence that lay anywhere would have as much there.</source>
            <translation>{name} görüntülerinde {name} lehine olan kanıtın payı. Akciğerler, modelin gördüğü alanın {share} kadarını kaplar: rastgele dağılan kanıtın da bu kadarı orada olurdu.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>Validation dossier</source>
            <translation>Doğrulama dosyası</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/report/dossier_content.py" />
            <location filename="../../core/report/scan_facts.py" />
            <source>{count} images</source>
            <translation>
                <numerusform>{count} görüntü</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>{positive}, or {others}</source>
            <translation>{positive} ya da {others}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/report/dossier_content.py" />
            <source>{count} patients are known, for {images} images.</source>
            <translation>
                <numerusform>{images} görüntüde {count} hasta biliniyor.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/report/dossier_content.py" />
            <source>{count} groups of copies of one picture were found, {copies} images in all; copies were kept in one fold.</source>
            <translation>
                <numerusform>Aynı görüntünün kopyalarından oluşan {count} grup bulundu, toplam {copies} görüntü; kopyalar aynı katta tutuldu.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/report/dossier_content.py" />
            <source>{count} files could not be read.</source>
            <translation>
                <numerusform>{count} dosya okunamadı.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/report/dossier_content.py" />
            <location filename="../../core/training/wizard_progress.py" />
            <location filename="../../desktop_app/training_wizard/words.py" />
            <source>{count} folds</source>
            <translation>
                <numerusform>{count} kat</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>one fold of 5</source>
            <translation>5 kattan biri</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>No image names its patient.</source>
            <translation>Hiçbir görüntüde hasta bilgisi yok.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>No copies of one picture were found.</source>
            <translation>Aynı görüntünün kopyası bulunmadı.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>No files could not be read.</source>
            <translation>Okunamayan dosya yok.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>largest sum of sensitivity and specificity</source>
            <translation>duyarlılık ve özgüllük toplamının en büyük olduğu değer</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>chosen</source>
            <translation>seçilen</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>A ResNet-50 was trained on {device} in {precision}, in {duration}.</source>
            <translation>Bir ResNet-50 eğitildi: {device}, {precision}, süre {duration}.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>A ResNet-50 was trained on {device} in {precision}.</source>
            <translation>Bir ResNet-50 eğitildi: {device}, {precision}.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <location filename="../../core/report/dossier_lists.py" />
            <location filename="../../desktop_app/training_wizard/start_chooser.py" />
            <source>Start weights</source>
            <translation>Başlangıç ağırlıkları</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <location filename="../../core/report/scan_facts.py" />
            <location filename="../../core/report/template_words.py" />
            <location filename="../../core/training/claim_items.py" />
            <location filename="../../desktop_app/models/comparison_dialog.py" />
            <location filename="../../desktop_app/models/models_table.py" />
            <location filename="../../desktop_app/screening/answer_view.py" />
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>Model</source>
            <translation>Model</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>Question</source>
            <translation>Soru</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>Data set</source>
            <translation>Veri kümesi</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>Date</source>
            <translation>Tarih</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>Limits on the model's card</source>
            <translation>Model kartındaki sınırlar</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>Reporting checklists</source>
            <translation>Raporlama denetim listeleri</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>For whoever reports on this model: the items of CLAIM and of TRIPOD+AI, answered as far as the run can tell. What only the author can know is marked.</source>
            <translation>Bu modeli raporlayacaklar için: eğitim çalışmasından bilinebildiği kadarıyla yanıtlanmış CLAIM ve TRIPOD+AI maddeleri. Yalnızca yazarın bilebilecekleri işaretlidir.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>Appendix: every prediction</source>
            <translation>Ek: tüm tahminler</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>{name}: {images} in {groups}.</source>
            <translation>{name}: {groups} içinde {images}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/report/dossier_content.py" />
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>{count} readable images</source>
            <translation>
                <numerusform>{count} okunabilir görüntü</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/report/dossier_content.py" />
            <source>{count} independent groups</source>
            <translation>
                <numerusform>{count} bağımsız grup</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>Results</source>
            <translation>Sonuçlar</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>Figures per part</source>
            <translation>Bölümlere göre değerler</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>Operating points</source>
            <translation>Çalışma noktaları</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>A threshold that is chosen by these same figures flatters them: images that come later do somewhat worse.</source>
            <translation>Bu değerlere bakılarak seçilen bir eşik onları olduğundan iyi gösterir: sonradan gelen görüntülerde başarı bir miktar düşer.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>Wrong decisions</source>
            <translation>Yanlış kararlar</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>Files are named by their paths below the data's folder, as whoever collected them named them; patients are not named.</source>
            <translation>Dosyalar, veri klasörü altındaki yollarıyla ve onları toplayanların verdiği adlarla anılır; hasta adı verilmez.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>Method</source>
            <translation>Yöntem</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>{names} or {last}</source>
            <comment>the last of a list</comment>
            <translation>{names} ya da {last}</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>What the check of the data found</source>
            <translation>Veri denetiminde bulunanlar</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>Pixel densities</source>
            <translation>Piksel yoğunlukları</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>sensitivity at least {share}</source>
            <translation>duyarlılık en az {share}</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>No image was decided wrongly.</source>
            <translation>Hiçbir görüntüde yanlış karar verilmedi.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>What happened on the way</source>
            <translation>Çalışma sırasında olanlar</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>one of {count} other classes</source>
            <translation>diğer {count} sınıftan biri</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>{name}: {images}, {folds}</source>
            <translation>{name}: {images}, {folds}</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>All {count} out-of-fold predictions, with fold, group, logits and the SHA-256 of each image file, are in the file {name}, which belongs to this document, and are not printed. Its SHA-256 is {hash}.</source>
            <translation>Kat dışı {count} tahminin tümü, her görüntü dosyasının katı, grubu, logit değerleri ve SHA-256 özetiyle birlikte, bu belgeye ait {name} dosyasındadır ve basılmamıştır. Dosyanın SHA-256 özeti: {hash}.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_content.py" />
            <source>Decisions are about {positive} against {others}. All figures are from out-of-fold predictions.</source>
            <translation>Kararlar {positive} ile {others} arasındadır. Tüm değerler kat dışı tahminlerden hesaplanmıştır.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <source>Where the lungs were hidden their outline can still be guessed.</source>
            <translation>Akciğerler gizlendiğinde dış hatları yine de tahmin edilebilir.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/report/dossier_disease.py" />
            <source>Area under the ROC curve, on {images} held-out images in {count} folds.</source>
            <translation>
                <numerusform>ROC eğrisi altındaki alan, {count} katta ayrılmış {images} görüntüde.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <source>Evidence that lay anywhere would lie in the lungs by as much as they take of the picture.</source>
            <translation>Rastgele dağılan kanıtın akciğerlere düşen payı, onların görüntüde kapladığı pay kadar olurdu.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <source>Area under the ROC curve on each source that holds both classes, 95% intervals below.</source>
            <translation>İki sınıfı da içeren her kaynakta ROC eğrisi altındaki alan; altında %95 aralıkları.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <source>True answers that stayed possible, and scans left undetermined, 95% intervals below.</source>
            <translation>Olası kalan doğru yanıtlar ve belirsiz bırakılan görüntüler; altında %95 aralıkları.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <source>It holds for scans like these. Elsewhere it has to be tried on scans of that place first.</source>
            <translation>Bunlara benzer görüntüler için geçerlidir. Başka bir yerde önce oranın görüntüleriyle denenmelidir.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <source>With the lungs hidden, and with the lungs alone</source>
            <translation>Akciğerler gizliyken ve yalnız akciğerlerle</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <source>On a source that it had not learnt from</source>
            <translation>Öğrenilmemiş bir kaynakta</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <source>The audit of the training images</source>
            <translation>Eğitim görüntülerinin denetimi</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <source>How often it would say “undetermined”</source>
            <translation>Ne sıklıkta “belirsiz” derdi</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <source>A scan gets an answer only where the other one is excluded at the error level that the clinic chose. Promised is that the true answer stays possible at least that often, in either class by itself. Tried here: the scores of all folds but one make the prediction sets, the images of that one are judged.</source>
            <translation>Bir görüntüye, ancak diğer yanıt kliniğin seçtiği hata düzeyinde dışlanabiliyorsa yanıt verilir. Verilen söz, doğru yanıtın her sınıfta ayrı ayrı en az bu sıklıkta olası kalmasıdır. Burada sınanan: biri dışında tüm katların puanlarından tahmin kümeleri oluşturulur ve o katın görüntüleri değerlendirilir.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <source>{half} is chance.</source>
            <translation>{half} şans düzeyidir.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <source>Shown</source>
            <translation>Gösterilen</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <source>Area</source>
            <translation>Alan</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <source>95% interval</source>
            <translation>%95 aralığı</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <source>Share of the evidence for {name} (positive part of the class activation map) that lies in the lungs.</source>
            <translation>{name} lehine kanıtın (sınıf etkinleşme haritasının pozitif kısmı) akciğerlere düşen payı.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <source>Images of</source>
            <translation>Görüntülerin sınıfı</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <location filename="../../core/report/dossier_tables.py" />
            <location filename="../../desktop_app/connection/studies_tree.py" />
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>Images</source>
            <translation>Görüntü sayısı</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <location filename="../../core/report/dossier_lists.py" />
            <location filename="../../core/report/dossier_tables.py" />
            <source>Source</source>
            <translation>Kaynak</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <source>None of it learnt</source>
            <translation>Hiçbiri öğrenilmeden</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <source>Others of it learnt</source>
            <translation>Diğerleri öğrenilerek</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <source>Promised</source>
            <translation>Söz verilen</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <source>True answer possible</source>
            <translation>Doğru yanıt olası</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <location filename="../../core/screening/answer_words.py" />
            <location filename="../../desktop_app/screening/scan_strip.py" />
            <source>Undetermined</source>
            <translation>Belirsiz</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <source>In {count} more no two lung fields were found.</source>
            <translation>{count} görüntüde daha iki akciğer alanı bulunamadı.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_disease.py" />
            <source>Error level {level}</source>
            <translation>Hata düzeyi {level}</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>As the network sees it</source>
            <translation>Ağın gördüğü gibi</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>Standardised grey value</source>
            <translation>Standartlaştırılmış gri değeri</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>As displayed</source>
            <translation>Gösterildiği gibi</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>Grey value</source>
            <translation>Gri değeri</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>Confusion matrix of all out-of-fold decisions, at the threshold {threshold}. Percentages are of the row.</source>
            <translation>Kat dışı tüm kararların karışıklık matrisi, eşik {threshold}. Yüzdeler satıra göredir.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>Confusion matrix of all out-of-fold decisions, the most probable class. Percentages are of the row.</source>
            <translation>Kat dışı tüm kararların karışıklık matrisi, en olası sınıfa göre. Yüzdeler satıra göredir.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <location filename="../../desktop_app/training_wizard/result_plots.py" />
            <source>Precision and recall</source>
            <translation>Kesinlik ve duyarlılık</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <location filename="../../desktop_app/training_wizard/result_plots.py" />
            <source>Calibration</source>
            <translation>Kalibrasyon</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <location filename="../../desktop_app/training_wizard/result_plots.py" />
            <source>chance</source>
            <translation>şans</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>all folds pooled</source>
            <translation>tüm katlar birlikte</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>1 − specificity</source>
            <translation>1 − özgüllük</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <location filename="../../desktop_app/training_wizard/result_plots.py" />
            <source>ROC</source>
            <translation>ROC</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>Precision (positive predictive value) against recall (sensitivity), pooled; and calibration: images in bins of predicted probability against the share of them that is positive. ECE: expected calibration error.</source>
            <translation>Tüm katlar birlikte, duyarlılığa karşı kesinlik (pozitif prediktif değer); ve kalibrasyon: tahmin edilen olasılık aralıklarındaki görüntülere karşı bunların pozitif olan payı. ECE: beklenen kalibrasyon hatası.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>Pixel-density distribution: mean over the images of each class. Where the classes differ here, exposure or collimation differs, and a network can learn that instead of the disease.</source>
            <translation>Piksel yoğunluğu dağılımı: her sınıfın görüntüleri üzerinden ortalama. Sınıflar burada farklıysa ışınlama ya da kolimasyon farklıdır ve ağ, hastalık yerine bunu öğrenebilir.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>Distributions of grey values, one curve per class.</source>
            <translation>Gri değerlerinin dağılımları, her sınıf için bir eğri.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>Recall</source>
            <translation>Duyarlılık</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>Precision</source>
            <translation>Kesinlik</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>Predicted probability</source>
            <translation>Tahmin edilen olasılık</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>Share that is positive</source>
            <translation>Pozitif olan pay</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>Density</source>
            <translation>Yoğunluk</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>fold {number}</source>
            <translation>kat {number}</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>The upper left corner, magnified</source>
            <translation>Sol üst köşe, büyütülmüş</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>ROC curves: area under the pooled curve {area}; folds {lowest} to {highest}.</source>
            <translation>ROC eğrileri: birleştirilmiş eğrinin altındaki alan {area}; katlarda {lowest}–{highest}.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>ROC curves: area under the pooled curve {area}.</source>
            <translation>ROC eğrileri: birleştirilmiş eğrinin altındaki alan {area}.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <location filename="../../desktop_app/training_wizard/result_plots.py" />
            <source>perfect</source>
            <translation>kusursuz</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>each of {count} folds, AUC {lowest} to {highest}</source>
            <translation>{count} katın her biri, AUC {lowest}–{highest}</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>each of {count} folds</source>
            <translation>{count} katın her biri</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>{name}, AUC {area}</source>
            <translation>{name}, AUC {area}</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>Receiver operating characteristic for {name}, per fold and pooled.</source>
            <translation>{name} için ROC eğrileri, katlara göre ve birlikte.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>Average precision {precision}; expected calibration error {before} before and {after} after temperature.</source>
            <translation>Ortalama kesinlik {precision}; beklenen kalibrasyon hatası sıcaklıktan önce {before}, sonra {after}.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>chance, {share}</source>
            <translation>şans, {share}</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>all folds pooled, average precision {precision}</source>
            <translation>tüm katlar birlikte, ortalama kesinlik {precision}</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>before temperature, ECE {error}</source>
            <translation>sıcaklıktan önce, ECE {error}</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_figures.py" />
            <source>after temperature {temperature}, ECE {error}</source>
            <translation>{temperature} sıcaklığından sonra, ECE {error}</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>answered</source>
            <translation>yanıtlandı</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>in part</source>
            <translation>kısmen</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>for the author</source>
            <translation>yazara</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <location filename="../../desktop_app/training_wizard/words.py" />
            <source>quick</source>
            <translation>hızlı</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <location filename="../../desktop_app/training_wizard/words.py" />
            <source>partial</source>
            <translation>kısmi</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <location filename="../../desktop_app/training_wizard/words.py" />
            <source>full</source>
            <translation>tam</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>paper</source>
            <translation>makale</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>pretrain</source>
            <translation>ön eğitim</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>mid-rank</source>
            <translation>orta sıra</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Settings of the run.</source>
            <translation>Eğitim çalışmasının ayarları.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>{name}, learning rate one-cycle up to {rate}, weight decay {decay}</source>
            <translation>{name}, öğrenme hızı {rate} değerine kadar tek çevrim, ağırlık azaltma {decay}</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>{name}, learning rate {rate}, constant, weight decay {decay}</source>
            <translation>{name}, öğrenme hızı {rate}, sabit, ağırlık azaltma {decay}</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Machine, times and software versions.</source>
            <translation>Bilgisayar, süreler ve yazılım sürümleri.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>SHA-256 hashes. Those of every image file are in the JSON file.</source>
            <translation>SHA-256 özetleri. Her görüntü dosyasınınki JSON dosyasındadır.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/report/dossier_lists.py" />
            <source>The {count} images that were decided wrongly, the surest mistakes first.</source>
            <translation>
                <numerusform>Hakkında yanlış karar verilen {count} görüntü, en kesin hatalar önce.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Items are worded briefly in our own words; their numbers are those of the published list.</source>
            <translation>Maddeler kendi sözcüklerimizle kısaca ifade edilmiştir; numaraları yayımlanan listedekilerdir.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Epochs</source>
            <translation>Epok sayısı</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Batch size</source>
            <translation>Yığın boyutu</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Optimiser</source>
            <translation>Eniyileyici</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Augmentation</source>
            <translation>Veri artırma</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>Depth</source>
            <translation>Derinlik</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Recipe</source>
            <translation>Tarif</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Folds</source>
            <translation>Katlar</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Seed</source>
            <translation>Tohum değeri</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Refit on all images</source>
            <translation>Tüm görüntülerle yeniden eğitim</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Input</source>
            <translation>Girdi</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Equalisation</source>
            <translation>Eşitleme</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Height that is seen</source>
            <translation>Görülen yükseklik</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Width that is seen</source>
            <translation>Görülen genişlik</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>{first} to {last} of the image</source>
            <translation>görüntünün {first} ile {last} arası</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Run</source>
            <comment>a training run</comment>
            <translation>Eğitim çalışması</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Hardware</source>
            <translation>Donanım</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <location filename="../../desktop_app/screening/answer_view.py" />
            <source>Device</source>
            <translation>Aygıt</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Arithmetic</source>
            <translation>Sayı biçimi</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Started</source>
            <comment>a point in time</comment>
            <translation>Başlangıç</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Finished</source>
            <comment>a point in time</comment>
            <translation>Bitiş</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Time spent training</source>
            <translation>Eğitim süresi</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>1 of 5, for a quick look</source>
            <translation>5 kattan 1'i, hızlı bir bakış için</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <location filename="../../core/training/card_sentences.py" />
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>none</source>
            <translation>yok</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Item</source>
            <translation>Madde</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Value</source>
            <translation>Değer</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <location filename="../../core/report/dossier_tables.py" />
            <source>{count} more are in the JSON file.</source>
            <translation>{count} tanesi daha JSON dosyasındadır.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <location filename="../../core/report/scan_facts.py" />
            <location filename="../../core/report/scan_page.py" />
            <location filename="../../desktop_app/window_actions.py" />
            <source>File</source>
            <translation>Dosya</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <location filename="../../core/report/template_words.py" />
            <source>True class</source>
            <translation>Gerçek sınıf</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Decided</source>
            <translation>Karar</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Certainty</source>
            <translation>Güven</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <location filename="../../core/report/dossier_tables.py" />
            <source>Fold</source>
            <translation>Kat</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>{checklist}: what this run answers, and what is left for the author of a report about it.</source>
            <translation>{checklist}: bu çalışmanın yanıtladıkları ve onu raporlayacak yazara kalanlar.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Asks for</source>
            <translation>İstenen</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <location filename="../../core/report/scan_report.py" />
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>Answer</source>
            <translation>Yanıt</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <location filename="../../desktop_app/connection/queue_window.py" />
            <source>State</source>
            <translation>Durum</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>{size} × {size} pixels, {channels} channels</source>
            <translation>{size} × {size} piksel, {channels} kanal</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>not known, or there is none</source>
            <translation>bilinmiyor ya da yok</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Certainty: probability of the decided class, before temperature.</source>
            <translation>Güven: karar verilen sınıfın sıcaklıktan önceki olasılığı.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>Length</source>
            <comment>of a training</comment>
            <translation>Süre</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>to convergence, on features computed once</source>
            <translation>yakınsamaya kadar, bir kez hesaplanan özniteliklerle</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_lists.py" />
            <source>For the author: {what}</source>
            <translation>Yazara: {what}</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_summary.py" />
            <source>Cross-validation in {folds} folds, {images} images in {groups} independent groups:</source>
            <translation>{folds} katlı çapraz doğrulama, {groups} bağımsız grupta {images} görüntü:</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_summary.py" />
            <source>One held-out fold, {images} images in {groups} independent groups:</source>
            <translation>Ayrılmış tek kat, {groups} bağımsız grupta {images} görüntü:</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_summary.py" />
            <location filename="../../core/training/checklist_figures.py" />
            <location filename="../../desktop_app/training_wizard/threshold_panel.py" />
            <source>not defined</source>
            <translation>tanımsız</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_summary.py" />
            <source>Summary</source>
            <translation>Özet</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_summary.py" />
            <source>What these figures do not show</source>
            <translation>Bu değerlerin göstermedikleri</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_summary.py" />
            <source>each image was judged by a network that had learnt from no image of its group. At the threshold {threshold}, {wrong} of {count} decisions about {positive} were wrong: {missed} missed, {false_alarms} false alarms. Sensitivity was {sensitivity}, specificity {specificity}, the area under the ROC curve {auc} ({interval}). Here and below, 95% intervals stand with the figures.</source>
            <translation>her görüntü, grubundaki hiçbir görüntüden öğrenmemiş bir ağ tarafından değerlendirildi. {threshold} eşiğinde {positive} hakkındaki {count} karardan {wrong} tanesi yanlıştı: {missed} kaçırılan, {false_alarms} yanlış alarm. Duyarlılık {sensitivity}, özgüllük {specificity}, ROC eğrisi altındaki alan {auc} ({interval}). Burada ve aşağıda değerlerin yanında %95 aralıkları verilir.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_summary.py" />
            <source>Area under the ROC curve</source>
            <translation>ROC eğrisi altındaki alan</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/report/dossier_summary.py" />
            <source>{count} folds pooled</source>
            <translation>
                <numerusform>{count} kat birlikte</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_summary.py" />
            <location filename="../../core/report/dossier_tables.py" />
            <location filename="../../desktop_app/models/comparison_dialog.py" />
            <source>Accuracy</source>
            <translation>Doğruluk</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_summary.py" />
            <source>Positive predictive value</source>
            <translation>Pozitif prediktif değer</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_summary.py" />
            <source>at this set's prevalence</source>
            <translation>bu kümedeki prevalansla</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_summary.py" />
            <source>Negative predictive value</source>
            <translation>Negatif prediktif değer</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_summary.py" />
            <source>Calibration error</source>
            <translation>Kalibrasyon hatası</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_summary.py" />
            <source>{count} of {all} {name}</source>
            <translation>{all} {name} içinden {count}</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_summary.py" />
            <source>{count} of {all} others</source>
            <translation>diğer {all} içinden {count}</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_summary.py" />
            <source>{count} of {all}</source>
            <translation>{all} içinden {count}</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_summary.py" />
            <source>{error} before temperature</source>
            <translation>sıcaklıktan önce {error}</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_summary.py" />
            <source>temperature {value}</source>
            <translation>sıcaklık {value}</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <source>Split</source>
            <translation>Bölüm</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <source>Images per class and fold.</source>
            <translation>Sınıfa ve kata göre görüntü sayısı.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <source>Images per class and source.</source>
            <translation>Sınıfa ve kaynağa göre görüntü sayısı.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <source>Images per class and split.</source>
            <translation>Sınıfa ve bölüme göre görüntü sayısı.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <source>Figures per fold at the threshold {threshold}, 95% intervals below.</source>
            <translation>{threshold} eşiğinde katlara göre değerler; altında %95 aralıkları.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <source>Figures per source at the threshold {threshold}, 95% intervals below.</source>
            <translation>{threshold} eşiğinde kaynaklara göre değerler; altında %95 aralıkları.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <source>Figures per split at the threshold {threshold}, 95% intervals below.</source>
            <translation>{threshold} eşiğinde bölümlere göre değerler; altında %95 aralıkları.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <source>Images per class. A group is what belongs together: images of one patient, and copies of one picture.</source>
            <translation>Sınıfa göre görüntü sayısı. Grup, birbirine ait olanlardır: bir hastanın görüntüleri ve aynı görüntünün kopyaları.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <location filename="../../desktop_app/training_wizard/figures_table.py" />
            <source>PPV</source>
            <translation>PPD</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <location filename="../../desktop_app/training_wizard/figures_table.py" />
            <source>NPV</source>
            <translation>NPD</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <source>Thresholds and what they give on this data set, at its own prevalence.</source>
            <translation>Eşikler ve bu veri kümesinde, kümenin kendi prevalansıyla verdikleri.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <source>Sensitivity and specificity are taken over from this data set: that holds only where the people are as ill, and as well, as those in it.</source>
            <translation>Duyarlılık ve özgüllük bu veri kümesinden alınmıştır: bu, yalnızca kişilerin bu kümedekiler kadar hasta ve sağlıklı olduğu yerde geçerlidir.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <source>All, pooled</source>
            <translation>Toplam</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <source>PPV, NPV: positive and negative predictive value at the part's own prevalence. F1: harmonic mean of PPV and sensitivity. AUC: area under the ROC curve. {dash}: not defined.</source>
            <translation>PPD, NPD: bölümün kendi prevalansıyla pozitif ve negatif prediktif değer. F1: PPD ile duyarlılığın harmonik ortalaması. AUC: ROC eğrisi altındaki alan. {dash}: tanımsız.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <source>{count} pos.</source>
            <translation>{count} poz.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <location filename="../../desktop_app/screening/scan_strip.py" />
            <source>All</source>
            <translation>Tümü</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <source>Class</source>
            <translation>Sınıf</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <source>Held out once</source>
            <translation>Bir kez ayrılan</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <source>Groups</source>
            <translation>Gruplar</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <source>Known patients</source>
            <translation>Bilinen hastalar</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <source>Patient not known</source>
            <translation>Hastası bilinmeyen</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <location filename="../../desktop_app/training_wizard/threshold_panel.py" />
            <source>Threshold</source>
            <translation>Eşik</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <source>Of 1,000 people, at different prevalences of {name}, at the chosen threshold.</source>
            <translation>Seçilen eşikte, farklı {name} prevalanslarında 1.000 kişiden.</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <source>Prevalence</source>
            <translation>Prevalans</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <location filename="../../desktop_app/models/comparison_dialog.py" />
            <source>Missed</source>
            <translation>Kaçırılan</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <location filename="../../desktop_app/models/comparison_dialog.py" />
            <source>False alarms</source>
            <translation>Yanlış alarm</translation>
        </message>
        <message>
            <location filename="../../core/report/dossier_tables.py" />
            <source>Found</source>
            <translation>Bulunan</translation>
        </message>
        <message>
            <location filename="../../core/report/pictures.py" />
            <source>neither PNG, JPEG nor SVG</source>
            <translation>PNG, JPEG ya da SVG değil</translation>
        </message>
        <message>
            <location filename="../../core/report/pictures.py" />
            <source>neither PNG nor JPEG</source>
            <translation>PNG ya da JPEG değil</translation>
        </message>
        <message>
            <location filename="../../core/report/publishing.py" />
            <source>this run made no model, only figures</source>
            <translation>bu eğitim çalışması model üretmedi, yalnızca değerler var</translation>
        </message>
        <message>
            <location filename="../../core/report/publishing.py" />
            <source>Gathering the dossier</source>
            <translation>Doğrulama dosyası hazırlanıyor</translation>
        </message>
        <message>
            <location filename="../../core/report/publishing.py" />
            <source>Writing the dossier</source>
            <translation>Doğrulama dosyası yazılıyor</translation>
        </message>
        <message>
            <location filename="../../core/report/publishing.py" />
            <source>Kept</source>
            <translation>Saklandı</translation>
        </message>
        <message>
            <location filename="../../core/report/publishing.py" />
            <source>it is not finished</source>
            <translation>tamamlanmadı</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_answer.py" />
            <source>Upper zone</source>
            <translation>Üst zon</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_answer.py" />
            <source>Middle zone</source>
            <translation>Orta zon</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_answer.py" />
            <source>Lower zone</source>
            <translation>Alt zon</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_answer.py" />
            <location filename="../../desktop_app/screening/scan_strip.py" />
            <source>Not classified</source>
            <translation>Sınıflandırılmadı</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_answer.py" />
            <source>No model was asked about this scan.</source>
            <translation>Bu görüntü hiçbir modele sorulmadı.</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_answer.py" />
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>failed</source>
            <translation>başarısız</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_answer.py" />
            <location filename="../../desktop_app/screening/scan_session.py" />
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>not classified</source>
            <translation>sınıflandırılmadı</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_answer.py" />
            <source>About this scan</source>
            <translation>Bu görüntü hakkında</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_answer.py" />
            <source>About this model</source>
            <translation>Bu model hakkında</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_answer.py" />
            <source>Whole lung</source>
            <translation>Tüm akciğer</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_answer.py" />
            <source>No answer</source>
            <translation>Yanıt yok</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_answer.py" />
            <source>There is no answer about this scan:</source>
            <translation>Bu görüntü hakkında yanıt yok:</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_answer.py" />
            <source>the file</source>
            <translation>dosya</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_answer.py" />
            <source>Input gate: passed</source>
            <translation>Giriş denetimi: geçti</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_answer.py" />
            <source>Input gate: passed with warnings</source>
            <translation>Giriş denetimi: uyarılarla geçti</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_answer.py" />
            <source>Input gate: refused</source>
            <translation>Giriş denetimi: reddedildi</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_answer.py" />
            <source>Opacity, share of the lungs</source>
            <translation>Opasitenin akciğerlerdeki payı</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_answer.py" />
            <source>Overridden by {who}, {time}.</source>
            <translation>Geçersiz kılan: {who}, {time}.</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_answer.py" />
            <source>Overridden by a person who is not named, {time}.</source>
            <translation>Adı belirtilmeyen bir kullanıcı geçersiz kıldı, {time}.</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_answer.py" />
            <source>Nothing was found that speaks against judging this scan.</source>
            <translation>Bu görüntünün değerlendirilmesine engel bir şey bulunmadı.</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_answer.py" />
            <source>Probability of {name}</source>
            <translation>{name} olasılığı</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>male</source>
            <translation>erkek</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>female</source>
            <translation>kadın</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>other</source>
            <translation>diğer</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>not named in the file</source>
            <translation>dosyada adı yok</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>{model}, commissioned here</source>
            <translation>{model}, burada devreye alındı</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>{model}, not commissioned here</source>
            <translation>{model}, burada devreye alınmadı</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>It was not measured on any image.</source>
            <translation>Hiçbir görüntüde ölçülmedi.</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <location filename="../../core/report/scan_report.py" />
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>View</source>
            <comment>projection</comment>
            <translation>Projeksiyon</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>Picture</source>
            <translation>Görüntü</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>Patient number</source>
            <translation>Hasta numarası</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <location filename="../../desktop_app/connection/studies_tree.py" />
            <source>Born</source>
            <translation>Doğum tarihi</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>Sex, age</source>
            <translation>Cinsiyet, yaş</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <location filename="../../core/report/scan_report.py" />
            <source>Study date</source>
            <translation>Tetkik tarihi</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <location filename="../../desktop_app/connection/studies_tree.py" />
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>Study</source>
            <translation>Tetkik</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <location filename="../../desktop_app/connection/query_form.py" />
            <source>Accession number</source>
            <translation>Erişim numarası</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>Institution</source>
            <translation>Kurum</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <location filename="../../desktop_app/connection/queue_window.py" />
            <location filename="../../desktop_app/connection/studies_tree.py" />
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>Patient</source>
            <translation>Hasta</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>Computed on</source>
            <translation>Hesaplayan</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>{kind}, {columns} x {rows} pixels</source>
            <translation>{kind}, {columns} x {rows} piksel</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>{picture}, frame {number} of {count}</source>
            <translation>{picture}, kare {number}/{count}</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>Sex</source>
            <translation>Cinsiyet</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>Age</source>
            <translation>Yaş</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <location filename="../../desktop_app/models/models_table.py" />
            <source>Trained on</source>
            <translation>Eğitildiği veri</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>Validation</source>
            <translation>Doğrulama</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>Lung network</source>
            <translation>Akciğer ağı</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>Network's input</source>
            <translation>Ağın girdisi</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>{sets}; and {count} more in its card.</source>
            <translation>{sets}; kartında {count} küme daha var.</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>no figures</source>
            <translation>değer yok</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>{age} years or more</source>
            <translation>{age} yaş ya da üzeri</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_facts.py" />
            <source>Origin</source>
            <translation>Köken</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_page.py" />
            <source>Anonymous: names, numbers, dates, institution and file are left out. Text burned into the picture may name the patient: look before you pass it on.</source>
            <translation>Anonim: adlar, numaralar, tarihler, kurum ve dosya adı çıkarılmıştır. Görüntüye gömülü yazılar hastanın adını içerebilir: başkasına vermeden önce bakın.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/report/scan_page.py" />
            <source>{count} pixels</source>
            <translation>
                <numerusform>{count} piksel</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/report/scan_page.py" />
            <source>{impression} (said before the answer was shown)</source>
            <translation>{impression} (yanıttan önce belirtildi)</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_page.py" />
            <source>Report made by</source>
            <translation>Raporu hazırlayan</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_page.py" />
            <source>On</source>
            <comment>a day and time</comment>
            <translation>Tarih</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_page.py" />
            <source>mean {mean}, standard deviation {deviation} ({unit})</source>
            <translation>ortalama {mean}, standart sapma {deviation} ({unit})</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_page.py" />
            <source>Reader's impression</source>
            <translation>Okuyanın ilk izlenimi</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_page.py" />
            <source>nobody named</source>
            <translation>belirtilmedi</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_pictures.py" />
            <source>The scan, as its file asks to be shown.</source>
            <translation>Görüntü, dosyasının istediği gösterimle.</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_pictures.py" />
            <source>Chest radiograph, with the measurements that are listed below.</source>
            <translation>Akciğer grafisi, aşağıda listelenen ölçümlerle.</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_pictures.py" />
            <source>Chest radiograph.</source>
            <translation>Akciğer grafisi.</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_pictures.py" />
            <source>Heat map: where the classifier sees evidence for {name}, as {quantity}.</source>
            <translation>Isı haritası: sınıflandırıcının {name} için kanıt gördüğü yerler; değer: {quantity}.</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_pictures.py" />
            <source>Chest radiograph with a heat map of what speaks for {name}.</source>
            <translation>{name} lehine kanıtın ısı haritasıyla akciğer grafisi.</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_pictures.py" />
            <source>{value} or more</source>
            <translation>{value} ve üzeri</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_plot.py" />
            <source>The scan's grey values. Those of the model's classes are not known here.</source>
            <translation>Görüntünün gri değerleri. Modelin sınıflarınınkiler burada bilinmiyor.</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_plot.py" />
            <source>The scan's grey values beside the classes' mean ones: exposure tells on them as much as disease.</source>
            <translation>Görüntünün gri değerleri, sınıfların ortalamalarıyla birlikte: ışınlama da bunlara hastalık kadar yansır.</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_plot.py" />
            <source>Distribution of the scan's grey values.</source>
            <translation>Görüntünün gri değerlerinin dağılımı.</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_plot.py" />
            <location filename="../../desktop_app/density_plot.py" />
            <source>this scan</source>
            <translation>bu görüntü</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_plot.py" />
            <source>Displayed grey, 0 to 255</source>
            <translation>Gösterilen gri, 0–255</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_plot.py" />
            <source>% of pixels</source>
            <translation>Piksel (%)</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_plot.py" />
            <source>Distribution of the scan's grey values beside the mean ones of {names}.</source>
            <translation>Görüntünün gri değerlerinin dağılımı, {names} ortalamalarıyla birlikte.</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_report.py" />
            <source>A page for each follows. No probability is shown of a scan that the gate refused, unless overridden.</source>
            <translation>Her biri için bir sayfa izler. Giriş denetiminin reddettiği bir görüntünün olasılığı, geçersiz kılınmadıkça gösterilmez.</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_report.py" />
            <source>Chest radiograph</source>
            <translation>Akciğer grafisi</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_report.py" />
            <source>All scans of this report</source>
            <translation>Bu rapordaki tüm görüntüler</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_report.py" />
            <source>Answers</source>
            <translation>Yanıtlar</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_report.py" />
            <source>Made on</source>
            <translation>Hazırlanma tarihi</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_report.py" />
            <source>Scan</source>
            <translation>Görüntü</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_report.py" />
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>Probability</source>
            <translation>Olasılık</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_report.py" />
            <source>Gate</source>
            <comment>input gate</comment>
            <translation>Denetim</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_report.py" />
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>Scan {number}</source>
            <translation>Görüntü {number}</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_report.py" />
            <source>Report of chest radiographs</source>
            <translation>Akciğer grafileri raporu</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_report.py" />
            <source>Report of a chest radiograph</source>
            <translation>Akciğer grafisi raporu</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_report.py" />
            <source>Made by</source>
            <translation>Hazırlayan</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_report.py" />
            <source>Patient or file</source>
            <translation>Hasta ya da dosya</translation>
        </message>
        <message>
            <location filename="../../core/report/scan_report.py" />
            <source>{answer}, overridden</source>
            <translation>{answer}, geçersiz kılındı</translation>
        </message>
        <message>
            <location filename="../../core/report/template_words.py" />
            <source>Page {page} of {pages}</source>
            <translation>Sayfa {page}/{pages}</translation>
        </message>
        <message>
            <location filename="../../core/report/template_words.py" />
            <source>{title}, continued</source>
            <translation>{title} (devam)</translation>
        </message>
        <message>
            <location filename="../../core/report/template_words.py" />
            <location filename="../../desktop_app/report/clinic_dialog.py" />
            <source>Logo of the clinic</source>
            <translation>Kliniğin logosu</translation>
        </message>
        <message>
            <location filename="../../core/report/template_words.py" />
            <source>Table</source>
            <comment>before its number</comment>
            <translation>Tablo</translation>
        </message>
        <message>
            <location filename="../../core/report/template_words.py" />
            <source>Figure</source>
            <comment>before its number</comment>
            <translation>Şekil</translation>
        </message>
        <message>
            <location filename="../../core/report/template_words.py" />
            <source>Predicted class</source>
            <translation>Tahmin edilen sınıf</translation>
        </message>
        <message>
            <location filename="../../core/report/template_words.py" />
            <source>Right</source>
            <comment>lung</comment>
            <translation>Sağ</translation>
        </message>
        <message>
            <location filename="../../core/report/template_words.py" />
            <source>Left</source>
            <comment>lung</comment>
            <translation>Sol</translation>
        </message>
        <message>
            <location filename="../../core/report/template_words.py" />
            <source>Measurements</source>
            <translation>Ölçümler</translation>
        </message>
        <message>
            <location filename="../../core/report/template_words.py" />
            <source>Grey values</source>
            <translation>Gri değerleri</translation>
        </message>
        <message>
            <location filename="../../core/report/template_words.py" />
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>Comment</source>
            <translation>Yorum</translation>
        </message>
        <message>
            <location filename="../../core/report/words.py" />
            <source>PA</source>
            <translation>PA</translation>
        </message>
        <message>
            <location filename="../../core/report/words.py" />
            <source>AP</source>
            <translation>AP</translation>
        </message>
        <message>
            <location filename="../../core/report/words.py" />
            <source>LATERAL</source>
            <translation>LATERAL</translation>
        </message>
        <message>
            <location filename="../../core/report/words.py" />
            <source>OBLIQUE</source>
            <translation>OBLİK</translation>
        </message>
        <message>
            <location filename="../../core/report/words.py" />
            <source>OTHER</source>
            <translation>DİĞER</translation>
        </message>
        <message>
            <location filename="../../core/report/words.py" />
            <source>{minutes} min {seconds} s</source>
            <translation>{minutes} dk {seconds} sn</translation>
        </message>
        <message>
            <location filename="../../core/report/words.py" />
            <source>{program}, {time}. Not a medical device.</source>
            <translation>{program}, {time}. Tıbbi cihaz değildir.</translation>
        </message>
        <message>
            <location filename="../../core/report/words.py" />
            <source>{beginning} … The whole answer is in the JSON file.</source>
            <translation>{beginning} … Yanıtın tamamı JSON dosyasındadır.</translation>
        </message>
        <message>
            <location filename="../../core/report/words.py" />
            <source>{beginning}… ({count} characters)</source>
            <translation>{beginning}… ({count} karakter)</translation>
        </message>
        <message>
            <location filename="../../core/report/words.py" />
            <source>{low} to {high}</source>
            <comment>an interval</comment>
            <translation>{low}–{high}</translation>
        </message>
        <message>
            <location filename="../../core/report/words.py" />
            <source>{seconds} s</source>
            <translation>{seconds} sn</translation>
        </message>
        <message>
            <location filename="../../core/report/words.py" />
            <location filename="../../core/training/wizard_progress.py" />
            <source>{hours} h {minutes} min</source>
            <translation>{hours} sa {minutes} dk</translation>
        </message>
        <message>
            <location filename="../../core/report/words.py" />
            <source>Classes: {listed}.</source>
            <translation>Sınıflar: {listed}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/screening/agreement.py" />
            <source>{count} impressions unsure or without a plain answer.</source>
            <translation>
                <numerusform>{count} ilk izlenim emin değil ya da net bir yanıtı yok.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/screening/agreement.py" />
            <source>No impression was recorded yet.</source>
            <translation>Henüz ilk izlenim kaydedilmedi.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/screening/agreement.py" />
            <source>Agreement so far: none to compare in {count} impressions.</source>
            <translation>
                <numerusform>Şimdiye kadarki uyum: {count} ilk izlenimde karşılaştırılacak bir şey yok.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/screening/agreement.py" />
            <source>Agreement so far: {agreed} of {compared} ({share}); {latest_agreed} of the latest {latest}.</source>
            <translation>Şimdiye kadarki uyum: {compared} içinden {agreed} ({share}); son {latest} içinden {latest_agreed}.</translation>
        </message>
        <message>
            <location filename="../../core/screening/agreement.py" />
            <source>Agreement so far: {agreed} of {compared} ({share}).</source>
            <translation>Şimdiye kadarki uyum: {compared} içinden {agreed} ({share}).</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>finding present</source>
            <translation>bulgu var</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>finding not present</source>
            <translation>bulgu yok</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>unsure</source>
            <translation>emin değil</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>{share} of what speaks for {finding} lies within the lungs.</source>
            <translation>{finding} lehine olanın {share} kadarı akciğerlerin içinde.</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>The lung network could not be asked.</source>
            <translation>Akciğer ağına sorulamadı.</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>Neither method is made for such a scan.</source>
            <translation>İki yöntem de böyle bir görüntü için yapılmadı.</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>The two methods disagree.</source>
            <translation>İki yöntem uyuşmuyor.</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>The two methods agree.</source>
            <translation>İki yöntem uyuşuyor.</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>This model has no calibration scores: which answers remain possible cannot be said.</source>
            <translation>Bu modelin kalibrasyon skorları yok: hangi yanıtların olası kaldığı söylenemez.</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <location filename="../../desktop_app/screening/scan_strip.py" />
            <source>Not judged</source>
            <translation>Değerlendirilmedi</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>According to this model: at or above its threshold of {threshold}.</source>
            <translation>Bu modele göre: {threshold} eşiğinde ya da üzerinde.</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>According to this model: below its threshold of {threshold}.</source>
            <translation>Bu modele göre: {threshold} eşiğinin altında.</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>The classifier alone is at or above its threshold of {threshold}.</source>
            <translation>Sınıflandırıcı tek başına {threshold} eşiğinde ya da üzerinde.</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>The classifier alone is below its threshold of {threshold}.</source>
            <translation>Sınıflandırıcı tek başına {threshold} eşiğinin altında.</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>This model may not judge this scan:</source>
            <translation>Bu model bu görüntüyü değerlendiremez:</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>At an error level of {level}: both answers remain possible.</source>
            <translation>Hata düzeyi {level}: iki yanıt da olası kalıyor.</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>At an error level of {level}: neither answer fits.</source>
            <translation>Hata düzeyi {level}: hiçbir yanıt uymuyor.</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>At an error level of {level}: only “{finding}” remains possible.</source>
            <translation>Hata düzeyi {level}: yalnızca “{finding}” olası kalıyor.</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>At an error level of {level}: only “not {finding}” remains possible.</source>
            <translation>Hata düzeyi {level}: yalnızca “{finding} değil” olası kalıyor.</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>Your impression: {impression}.</source>
            <translation>İlk izleniminiz: {impression}.</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>There is no plain pair to compare.</source>
            <translation>Karşılaştırılacak net bir çift yok.</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>The model says the same.</source>
            <translation>Model de aynısını söylüyor.</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>The model says the opposite.</source>
            <translation>Model tersini söylüyor.</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>{finding} pattern</source>
            <translation>{finding} görünümü</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>No {finding} pattern</source>
            <translation>{finding} görünümü yok</translation>
        </message>
        <message>
            <location filename="../../core/screening/answer_words.py" />
            <source>Nothing in the picture speaks for {finding}.</source>
            <translation>Görüntüde {finding} lehine bir şey yok.</translation>
        </message>
        <message>
            <location filename="../../core/screening/decision.py" />
            <source>The classifier's threshold and its calibration point different ways: only “{finding}” remains possible at an error level of {level}.</source>
            <translation>Sınıflandırıcının eşiği ile kalibrasyonu farklı yönleri gösteriyor: {level} hata düzeyinde yalnızca “{finding}” olası kalıyor.</translation>
        </message>
        <message>
            <location filename="../../core/screening/decision.py" />
            <source>The classifier's threshold and its calibration point different ways: only “not {finding}” remains possible at an error level of {level}.</source>
            <translation>Sınıflandırıcının eşiği ile kalibrasyonu farklı yönleri gösteriyor: {level} hata düzeyinde yalnızca “{finding} değil” olası kalıyor.</translation>
        </message>
        <message>
            <location filename="../../core/screening/decision.py" />
            <source>The two methods disagree: the classifier sees no {finding}, but {share} of the lungs look opaque to the lung network.</source>
            <translation>İki yöntem uyuşmuyor: sınıflandırıcı {finding} görmüyor, ama akciğer ağına göre akciğerlerin {share} kadarı opak görünüyor.</translation>
        </message>
        <message>
            <location filename="../../core/screening/decision.py" />
            <source>The two methods disagree: the classifier sees {finding}, but the lung network finds no opacity to speak of in the lungs ({share}).</source>
            <translation>İki yöntem uyuşmuyor: sınıflandırıcı {finding} görüyor, ama akciğer ağı akciğerlerde sözü edilecek bir opasite bulmuyor ({share}).</translation>
        </message>
        <message>
            <location filename="../../core/screening/decision.py" />
            <source>Only {share} of what speaks for {finding} lies within the lungs: the classifier may look at something that is not the disease.</source>
            <translation>{finding} lehine olanın yalnızca {share} kadarı akciğerlerin içinde: sınıflandırıcı hastalık olmayan bir şeye bakıyor olabilir.</translation>
        </message>
        <message>
            <location filename="../../core/screening/decision.py" />
            <source>Both answers remain possible: excluding either would be wrong more often than in {level} of such scans.</source>
            <translation>İki yanıt da olası kalıyor: birini dışlamak, bu tür görüntülerde {level} oranından daha sık yanlış olurdu.</translation>
        </message>
        <message>
            <location filename="../../core/screening/decision.py" />
            <source>The scan is unlike the {finding} scans and unlike the others that the answers were calibrated on.</source>
            <translation>Görüntü, yanıtların kalibre edildiği ne {finding} görüntülerine ne de diğerlerine benziyor.</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <source>undetermined for {finding} (the classifier alone leans positive)</source>
            <translation>{finding} için belirsiz (sınıflandırıcı tek başına pozitife yöneliyor)</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <source>undetermined for {finding} (the classifier alone leans negative)</source>
            <translation>{finding} için belirsiz (sınıflandırıcı tek başına negatife yöneliyor)</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <source>right lung {share}</source>
            <translation>sağ akciğer {share}</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <source>left lung {share}</source>
            <translation>sol akciğer {share}</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <source>pasted picture</source>
            <translation>yapıştırılan görüntü</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <source>positive for {finding} (at or above the threshold of {threshold})</source>
            <translation>{finding} için pozitif ({threshold} eşiğinde ya da üzerinde)</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <source>negative for {finding} (below the threshold of {threshold})</source>
            <translation>{finding} için negatif ({threshold} eşiğinin altında)</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <source>refused: the model may not judge this scan</source>
            <translation>reddedildi: model bu görüntüyü değerlendiremez</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <location filename="../../desktop_app/screening/scan_session.py" />
            <source>{name}, frame {number}</source>
            <translation>{name}, kare {number}</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <source>Scan: {name}</source>
            <translation>Görüntü: {name}</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <source>Decision: {decision}</source>
            <translation>Karar: {decision}</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <source>Model: {model}, SHA-256 {digest}</source>
            <translation>Model: {model}, SHA-256 {digest}</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <source>Computed on: {device}, in {time} ms</source>
            <translation>Hesaplandığı yer: {device}, {time} ms</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <source>opacity in {share} of the lungs</source>
            <translation>akciğerlerin {share} kadarında opasite</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <source>Because: {reason}</source>
            <translation>Neden: {reason}</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <source>Gate: {finding}</source>
            <translation>Giriş denetimi: {finding}</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <source>Lungs: {evidence}</source>
            <translation>Akciğerler: {evidence}</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <source>Note: {notice}</source>
            <translation>Not: {notice}</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <source>Origin of the model: {origin}</source>
            <translation>Modelin kökeni: {origin}</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <source>Limits of the model: {limits}</source>
            <translation>Modelin sınırları: {limits}</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <source>Standing: {statement}</source>
            <translation>Durumu: {statement}</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <source>{share} of the classifier's evidence within the lungs</source>
            <translation>sınıflandırıcının kanıtının {share} kadarı akciğerlerin içinde</translation>
        </message>
        <message>
            <location filename="../../core/screening/description.py" />
            <source>Probability of {name}: {share}</source>
            <translation>{name} olasılığı: {share}</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>The chest may lie on its side: if its head points left, turn the file by a quarter to the right and open it again.</source>
            <translation>Göğüs yan yatıyor olabilir: baş tarafı solu gösteriyorsa dosyayı çeyrek tur sağa döndürüp yeniden açın.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>The chest lies on its side, its head points left: turn the file by a quarter to the right and open it again.</source>
            <translation>Göğüs yan yatıyor, baş tarafı solu gösteriyor: dosyayı çeyrek tur sağa döndürüp yeniden açın.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>The chest may lie on its side: if its head points right, turn the file by a quarter to the left and open it again.</source>
            <translation>Göğüs yan yatıyor olabilir: baş tarafı sağı gösteriyorsa dosyayı çeyrek tur sola döndürüp yeniden açın.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>The chest lies on its side, its head points right: turn the file by a quarter to the left and open it again.</source>
            <translation>Göğüs yan yatıyor, baş tarafı sağı gösteriyor: dosyayı çeyrek tur sola döndürüp yeniden açın.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>The chest may stand upside down: if so, turn the file by half a turn and open it again.</source>
            <translation>Göğüs baş aşağı duruyor olabilir: öyleyse dosyayı yarım tur döndürüp yeniden açın.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>The chest stands upside down: turn the file by half a turn and open it again.</source>
            <translation>Göğüs baş aşağı duruyor: dosyayı yarım tur döndürüp yeniden açın.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>Dark and bright may be swapped: bones must look bright and lungs dark; if not, invert the file and open it again.</source>
            <translation>Koyu ve açık yer değiştirmiş olabilir: kemikler açık, akciğerler koyu görünmelidir; değilse dosyayı tersine çevirip yeniden açın.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>Dark and bright are swapped: bones must look bright and lungs dark. Invert the file and open it again.</source>
            <translation>Koyu ve açık yer değiştirmiş: kemikler açık, akciğerler koyu görünmelidir. Dosyayı tersine çevirip yeniden açın.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>This may not be a frontal radiograph of one whole chest; the answer means something only if it is.</source>
            <translation>Bu, bütün bir göğsün önden grafisi olmayabilir; yanıt ancak öyleyse bir anlam taşır.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>This does not look like a frontal radiograph of one whole chest; the model knows nothing else.</source>
            <translation>Bu, bütün bir göğsün önden grafisine benzemiyor; model başka bir şey bilmez.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>The lung fields take up very little of the picture: the chest may be cut off, turned or not seen from the front; look at the picture before believing the answer.</source>
            <translation>Akciğer alanları görüntüde çok az yer kaplıyor: göğüs kesilmiş, dönük ya da önden görülmüyor olabilir; yanıta inanmadan önce görüntüye bakın.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>The lung fields take up nearly all of the picture: the chest may be cut off, turned or not seen from the front; look at the picture before believing the answer.</source>
            <translation>Akciğer alanları görüntünün neredeyse tümünü kaplıyor: göğüs kesilmiş, dönük ya da önden görülmüyor olabilir; yanıta inanmadan önce görüntüye bakın.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>The lung fields differ greatly in size: the chest may be cut off, turned or not seen from the front; look at the picture before believing the answer.</source>
            <translation>Akciğer alanlarının boyutları çok farklı: göğüs kesilmiş, dönük ya da önden görülmüyor olabilir; yanıta inanmadan önce görüntüye bakın.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>The lung fields lie very close together: the chest may be cut off, turned or not seen from the front; look at the picture before believing the answer.</source>
            <translation>Akciğer alanları birbirine çok yakın: göğüs kesilmiş, dönük ya da önden görülmüyor olabilir; yanıta inanmadan önce görüntüye bakın.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>The lung fields lie very far apart: the chest may be cut off, turned or not seen from the front; look at the picture before believing the answer.</source>
            <translation>Akciğer alanları birbirinden çok uzak: göğüs kesilmiş, dönük ya da önden görülmüyor olabilir; yanıta inanmadan önce görüntüye bakın.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>The lung fields lie at different heights: the chest may be cut off, turned or not seen from the front; look at the picture before believing the answer.</source>
            <translation>Akciğer alanları farklı yüksekliklerde: göğüs kesilmiş, dönük ya da önden görülmüyor olabilir; yanıta inanmadan önce görüntüye bakın.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>The lung fields lie at the upper edge of the picture: the chest may be cut off, turned or not seen from the front; look at the picture before believing the answer.</source>
            <translation>Akciğer alanları görüntünün üst kenarında: göğüs kesilmiş, dönük ya da önden görülmüyor olabilir; yanıta inanmadan önce görüntüye bakın.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>The lung fields lie at the lower edge of the picture: the chest may be cut off, turned or not seen from the front; look at the picture before believing the answer.</source>
            <translation>Akciğer alanları görüntünün alt kenarında: göğüs kesilmiş, dönük ya da önden görülmüyor olabilir; yanıta inanmadan önce görüntüye bakın.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>The lung fields lie at the left edge of the picture: the chest may be cut off, turned or not seen from the front; look at the picture before believing the answer.</source>
            <translation>Akciğer alanları görüntünün sol kenarında: göğüs kesilmiş, dönük ya da önden görülmüyor olabilir; yanıta inanmadan önce görüntüye bakın.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>The lung fields lie at the right edge of the picture: the chest may be cut off, turned or not seen from the front; look at the picture before believing the answer.</source>
            <translation>Akciğer alanları görüntünün sağ kenarında: göğüs kesilmiş, dönük ya da önden görülmüyor olabilir; yanıta inanmadan önce görüntüye bakın.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>The lung fields are found in many places: the chest may be cut off, turned or not seen from the front; look at the picture before believing the answer.</source>
            <translation>Akciğer alanları birçok yerde bulunuyor: göğüs kesilmiş, dönük ya da önden görülmüyor olabilir; yanıta inanmadan önce görüntüye bakın.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>The model was trained on adults only, and this is a child.</source>
            <translation>Model yalnızca yetişkinlerle eğitildi, bu ise bir çocuk.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>No lungs can be made out; is this a radiograph of a chest?</source>
            <translation>Akciğer seçilemiyor; bu bir akciğer grafisi mi?</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>The scan is unlike anything that the model was trained on; its answer would mean nothing.</source>
            <translation>Görüntü, modelin eğitildiği hiçbir şeye benzemiyor; yanıtının bir anlamı olmazdı.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>The model was trained on children only, and this is an adult.</source>
            <translation>Model yalnızca çocuklarla eğitildi, bu ise bir yetişkin.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>Only one lung field can be made out: the chest may be cut off, or one side be opaque; look at the picture before believing the answer.</source>
            <translation>Yalnızca bir akciğer alanı seçilebiliyor: göğüs kesilmiş ya da bir taraf opak olabilir; yanıta inanmadan önce görüntüye bakın.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>The scan is unlike nearly all that the model was trained on; its answer is worth less.</source>
            <translation>Görüntü, modelin eğitildiklerinin neredeyse hiçbirine benzemiyor; yanıtı daha az değer taşır.</translation>
        </message>
        <message>
            <location filename="../../core/screening/gate_checks.py" />
            <source>The picture has only {columns} x {rows} pixels, too few to judge lungs by; open the full-sized one.</source>
            <translation>Görüntü yalnızca {columns} x {rows} piksel, akciğerleri değerlendirmek için çok az; tam boyutlusunu açın.</translation>
        </message>
        <message>
            <location filename="../../core/screening/heat_map_picture.py" />
            <source>{finding} {share}, positive.</source>
            <translation>{finding} {share}, pozitif.</translation>
        </message>
        <message>
            <location filename="../../core/screening/heat_map_picture.py" />
            <source>{finding} {share}, negative.</source>
            <translation>{finding} {share}, negatif.</translation>
        </message>
        <message>
            <location filename="../../core/screening/heat_map_picture.py" />
            <source>{finding} {share}, undetermined.</source>
            <translation>{finding} {share}, belirsiz.</translation>
        </message>
        <message>
            <location filename="../../core/screening/heat_map_picture.py" />
            <source>{finding} {share}, refused.</source>
            <translation>{finding} {share}, reddedildi.</translation>
        </message>
        <message>
            <location filename="../../core/screening/heat_map_picture.py" />
            <source>{answer} {model}. Colours: {quantity}.</source>
            <translation>{answer} {model}. Renkler: {quantity}.</translation>
        </message>
        <message>
            <location filename="../../core/screening/notices.py" />
            <source>The file states the view as lateral; the model may only judge frontal views.</source>
            <translation>Dosya projeksiyonu lateral olarak bildiriyor; model yalnızca önden projeksiyonları değerlendirebilir.</translation>
        </message>
        <message>
            <location filename="../../core/screening/notices.py" />
            <source>The file states the view as oblique; the model may only judge frontal views.</source>
            <translation>Dosya projeksiyonu oblik olarak bildiriyor; model yalnızca önden projeksiyonları değerlendirebilir.</translation>
        </message>
        <message>
            <location filename="../../core/screening/notices.py" />
            <source>The file states the view as other; the model may only judge frontal views.</source>
            <translation>Dosya projeksiyonu diğer olarak bildiriyor; model yalnızca önden projeksiyonları değerlendirebilir.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/screening/notices.py" />
            <source>The picture as shown has only {count} grey values, too few for a radiograph; the model's answer means nothing.</source>
            <translation>
                <numerusform>Görüntü, gösterildiği haliyle yalnızca {count} gri değer içeriyor, bir grafi için çok az; modelin yanıtının anlamı yok.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/screening/notices.py" />
            <source>The picture was compressed with loss about {ratio} to 1; fine detail may be missing.</source>
            <translation>Görüntü yaklaşık {ratio}:1 oranında kayıplı sıkıştırılmış; ince ayrıntılar eksik olabilir.</translation>
        </message>
        <message>
            <location filename="../../core/screening/notices.py" />
            <source>The file does not state the view; the model may only judge frontal (PA or AP) views.</source>
            <translation>Dosya projeksiyonu bildirmiyor; model yalnızca önden (PA ya da AP) projeksiyonları değerlendirebilir.</translation>
        </message>
        <message>
            <location filename="../../core/screening/notices.py" />
            <source>The picture was compressed with loss; fine detail may be missing.</source>
            <translation>Görüntü kayıplı sıkıştırılmış; ince ayrıntılar eksik olabilir.</translation>
        </message>
        <message>
            <location filename="../../core/screening/notices.py" />
            <source>The file is raw detector data (FOR PROCESSING), not made to be looked at; open the version for presentation instead.</source>
            <translation>Dosya ham dedektör verisi (FOR PROCESSING), bakılmak için yapılmamış; bunun yerine sunum için olan sürümü açın.</translation>
        </message>
        <message>
            <location filename="../../core/screening/notices.py" />
            <source>The file states that text is burned into the picture; it can mislead the model and may name the patient.</source>
            <translation>Dosya, görüntüye yazı gömülü olduğunu bildiriyor; bu, modeli yanıltabilir ve hastanın adı olabilir.</translation>
        </message>
        <message>
            <location filename="../../core/screening/notices.py" />
            <source>The file stores bright as dark and was inverted once for display; check that the lungs look dark.</source>
            <translation>Dosya açığı koyu olarak saklıyor ve gösterim için bir kez tersine çevrildi; akciğerlerin koyu göründüğünü denetleyin.</translation>
        </message>
        <message>
            <location filename="../../core/screening/notices.py" />
            <source>The picture is in colour and was reduced to grey; it may be a screenshot, a photograph or a scan.</source>
            <translation>Görüntü renkli ve griye indirgendi; bir ekran görüntüsü, fotoğraf ya da tarama olabilir.</translation>
        </message>
        <message>
            <location filename="../../core/screening/notices.py" />
            <source>The file does not state the size of a pixel, so lengths are in pixels.</source>
            <translation>Dosya piksel boyutunu bildirmiyor, bu yüzden uzunluklar piksel cinsinden.</translation>
        </message>
        <message>
            <location filename="../../core/screening/notices.py" />
            <source>The file states the body part as {stated}, not the chest; the model only knows chests.</source>
            <translation>Dosya vücut bölümünü göğüs değil {stated} olarak bildiriyor; model yalnızca göğsü tanır.</translation>
        </message>
        <message>
            <location filename="../../core/screening/notices.py" />
            <source>The file states the modality {stated}, which is not that of a plain radiograph.</source>
            <translation>Dosya, düz grafiye ait olmayan {stated} modalitesini bildiriyor.</translation>
        </message>
        <message>
            <location filename="../../core/screening/notices.py" />
            <source>The picture is stored in colour but holds only grey; nothing was lost by reducing it.</source>
            <translation>Görüntü renkli saklanmış ama yalnızca gri içeriyor; indirgemeyle bir şey kaybedilmedi.</translation>
        </message>
        <message>
            <location filename="../../core/screening/notices.py" />
            <source>The patient is a child ({age}); what holds for adults need not hold for children, and the model may tell age instead of disease.</source>
            <translation>Hasta bir çocuk ({age}); yetişkinler için geçerli olan çocuklar için geçerli olmayabilir ve model hastalık yerine yaşı söylüyor olabilir.</translation>
        </message>
        <message>
            <location filename="../../core/screening/notices.py" />
            <source>The file holds {count} frames; only frame {number} was used.</source>
            <translation>Dosyada {count} kare var; yalnızca {number}. kare kullanıldı.</translation>
        </message>
        <message>
            <location filename="../../core/screening/result.py" />
            <source>Research use only, not for diagnosis.</source>
            <translation>Yalnızca araştırma amaçlıdır, tanı amaçlı değildir.</translation>
        </message>
        <message>
            <location filename="../../core/screening/result.py" />
            <source>The gate refused this scan and a person overrode it: the answer means little here.</source>
            <translation>Giriş denetimi bu görüntüyü reddetti ve bir kişi bunu geçersiz kıldı: yanıtın burada pek anlamı yok.</translation>
        </message>
        <message>
            <location filename="../../core/screening/screener.py" />
            <source>The lungs do not bear on its answers: opacity need not speak for {finding}.</source>
            <translation>Akciğerler yanıtlarını etkilemiyor: opasite {finding} lehine olmayabilir.</translation>
        </message>
        <message>
            <location filename="../../core/screening/screener.py" />
            <source>How the lungs bear on its answers was fitted for {model}, not for this model.</source>
            <translation>Akciğerlerin yanıtlarını nasıl etkilediği bu model için değil, {model} için belirlendi.</translation>
        </message>
        <message>
            <location filename="../../core/sqlite_files.py" />
            <source>the disk is full</source>
            <translation>disk dolu</translation>
        </message>
        <message>
            <location filename="../../core/sqlite_files.py" />
            <source>it may not be written</source>
            <translation>ona yazılamıyor</translation>
        </message>
        <message>
            <location filename="../../core/sqlite_files.py" />
            <source>it cannot be opened</source>
            <translation>açılamıyor</translation>
        </message>
        <message>
            <location filename="../../core/sqlite_files.py" />
            <source>the disk does not take or give it</source>
            <translation>disk onu almıyor ya da vermiyor</translation>
        </message>
        <message>
            <location filename="../../core/sqlite_files.py" />
            <source>another program holds it</source>
            <translation>başka bir program onu tutuyor</translation>
        </message>
        <message>
            <location filename="../../core/sqlite_files.py" />
            <source>the memory is used up</source>
            <translation>bellek tükenmiş</translation>
        </message>
        <message>
            <location filename="../../core/sqlite_files.py" />
            <source>the entry is too long</source>
            <translation>kayıt çok uzun</translation>
        </message>
        <message>
            <location filename="../../core/sqlite_files.py" />
            <source>what it holds is no text</source>
            <translation>içindeki metin değil</translation>
        </message>
        <message>
            <location filename="../../core/training/audit.py" />
            <source>the check found something that must be mended first</source>
            <translation>kontrolde önce düzeltilmesi gereken bir sorun bulundu</translation>
        </message>
        <message>
            <location filename="../../core/training/audit.py" />
            <source>comparing</source>
            <translation>karşılaştırma</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_probes.py" />
            <source>measuring the files</source>
            <translation>dosyaların ölçülmesi</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_probes.py" />
            <source>finding the lungs</source>
            <translation>akciğerlerin bulunması</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Each source of the training images holds images of one class only.</source>
            <translation>Eğitim görüntülerinin her kaynağında yalnızca tek bir sınıfın görüntüleri var.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>{title}: tells the class with AUC {area}, p {p}.</source>
            <translation>{title}: sınıfı ele veriyor; AUC {area}, p {p}.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>{title}, within each source</source>
            <translation>{title}, her kaynağın kendi içinde</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>&lt; {number}</source>
            <translation>&lt; {number}</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Source alone, without the picture</source>
            <translation>Görüntü olmadan, yalnız kaynak</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Picture with the lungs hidden</source>
            <translation>Akciğerleri gizlenmiş görüntü</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Corners: markers and letters</source>
            <translation>Köşeler: işaretler ve harfler</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Edges: frames and borders</source>
            <translation>Kenarlar: çerçeveler ve sınırlar</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Grey values alone</source>
            <translation>Yalnız gri değerleri</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Sharpness and noise</source>
            <translation>Keskinlik ve gürültü</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Size and shape of the image</source>
            <translation>Görüntünün boyutu ve biçimi</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>File format and compression</source>
            <translation>Dosya biçimi ve sıkıştırma</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>DICOM header: device, place, age, sex</source>
            <translation>DICOM başlığı: cihaz, yer, yaş, cinsiyet</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>File names</source>
            <translation>Dosya adları</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Where an image comes from gives its class away</source>
            <translation>Görüntünün nereden geldiği sınıfını ele veriyor</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>What lies around the lungs gives the class away: the body, how it lies, what is written there</source>
            <translation>Akciğerlerin çevresi sınıfı ele veriyor: gövde, duruşu, orada yazılı olanlar</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Something in the corners gives the class away, such as a marker, a letter or a stamp</source>
            <translation>Köşelerdeki bir işaret, harf veya damga gibi bir şey sınıfı ele veriyor</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>The rim of the picture gives the class away, such as a frame or how it was cut</source>
            <translation>Bir çerçeve veya kesilme biçimi gibi, görüntünün kenarı sınıfı ele veriyor</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>How bright and how rich in contrast the picture is gives the class away</source>
            <translation>Görüntünün parlaklığı ve kontrastı sınıfı ele veriyor</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>How sharp, noisy or compressed the picture is gives the class away</source>
            <translation>Görüntünün keskinliği, gürültüsü veya sıkıştırılma derecesi sınıfı ele veriyor</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>The size of the image gives the class away: images of the classes were exported differently</source>
            <translation>Görüntünün boyutu sınıfı ele veriyor: sınıfların görüntüleri farklı biçimlerde dışa aktarılmış</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>How the file was stored gives the class away: images of the classes were exported differently</source>
            <translation>Dosyanın saklanma biçimi sınıfı ele veriyor: sınıfların görüntüleri farklı biçimlerde dışa aktarılmış</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>What the DICOM header says gives the class away: other devices, places or patients</source>
            <translation>DICOM başlığında yazanlar sınıfı ele veriyor: başka cihazlar, yerler veya hastalar</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>File names give the class away. The network never sees them; they only show that images of the classes were gathered separately</source>
            <translation>Dosya adları sınıfı ele veriyor. Ağ bunları hiç görmez; yalnızca sınıfların görüntülerinin ayrı ayrı toplandığını gösterirler</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Add images of each class from every source, and test on a source that was never learnt from.</source>
            <translation>Her kaynaktan her sınıfın görüntülerini ekleyin ve hiç öğrenilmemiş bir kaynakta sınayın.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Take both classes from the same devices and wards, and train against shortcuts.</source>
            <translation>İki sınıfı da aynı cihazlardan ve servislerden alın ve kestirme ipuçlarına karşı eğitin.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Cut the marks away, or blank them in every image.</source>
            <translation>İşaretleri kesip çıkarın veya her görüntüde kapatın.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Cut the rim off every image in the same way.</source>
            <translation>Her görüntünün kenarını aynı biçimde kesin.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Export all images with the same window. The network equalises greys, which helps but does not undo it.</source>
            <translation>Tüm görüntüleri aynı pencere ayarıyla dışa aktarın. Ağ gri değerlerini eşitler; bu yardımcı olur ama sorunu gidermez.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Take both classes from the same devices, stored in the same way; train against shortcuts.</source>
            <translation>İki sınıfı da aynı cihazlardan, aynı biçimde saklanmış olarak alın; kestirme ipuçlarına karşı eğitin.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Export images of all classes again from the archive, in the same way.</source>
            <translation>Tüm sınıfların görüntülerini arşivden aynı biçimde yeniden dışa aktarın.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Choose images so that devices, places, ages and sexes are alike in each class.</source>
            <translation>Görüntüleri; cihazlar, yerler, yaşlar ve cinsiyetler her sınıfta benzer olacak şekilde seçin.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>No shortcut was found in this model's training images, which is no proof that there is none.</source>
            <translation>Bu modelin eğitim görüntülerinde kestirme ipucu bulunmadı; bu, hiç olmadığının kanıtı değildir.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Shortcut suspected: in this model's training images something other than the disease hints at the answer.</source>
            <translation>Kestirme ipucu şüphesi: bu modelin eğitim görüntülerinde hastalıktan başka bir şey yanıta ipucu veriyor.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>In this model's training images the disease cannot be told from how or where the pictures were taken: its answers may say the one and mean the other.</source>
            <translation>Bu modelin eğitim görüntülerinde hastalık, görüntülerin nasıl veya nerede çekildiğinden ayırt edilemiyor: yanıtları birini söyleyip ötekini kastediyor olabilir.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>No shortcut found</source>
            <translation>Kestirme ipucu bulunmadı</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Shortcut suspected</source>
            <translation>Kestirme ipucu şüphesi</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Disease and origin of the images cannot be told apart</source>
            <translation>Hastalık ile görüntülerin kökeni birbirinden ayırt edilemiyor</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/audit_wording.py" />
            <source>{both} of {count} sources hold images of both classes.</source>
            <translation>
                <numerusform>{count} kaynağın {both} tanesinde iki sınıfın da görüntüleri var.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Tells nothing about the class that could not be chance.</source>
            <translation>Sınıf hakkında, şansla açıklanamayacak hiçbir şey söylemiyor.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Hints at the class a little, and not by chance; too little to carry a network alone.</source>
            <translation>Sınıfa biraz ipucu veriyor ve bu şans eseri değil; ancak bir ağı tek başına taşıyamayacak kadar az.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>The images do not say which source they come from, so nothing can be said about sources.</source>
            <translation>Görüntülerde hangi kaynaktan geldikleri yazmıyor; bu nedenle kaynaklar hakkında bir şey söylenemez.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>All images come from one source.</source>
            <translation>Tüm görüntüler tek bir kaynaktan geliyor.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>None of the probes tells the class from anything but the lungs by more than a little.</source>
            <translation>Yoklamaların hiçbiri, akciğerler dışında bir şeyden sınıfı kayda değer ölçüde ayırt edemiyor.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Something that is not the disease hints at the class. A network will use it, look better here than it is, and fail where the hint is missing: train against shortcuts, and test at another place.</source>
            <translation>Hastalık olmayan bir şey sınıfa ipucu veriyor. Bir ağ bunu kullanır, burada olduğundan iyi görünür ve ipucunun olmadığı yerde başarısız olur: kestirme ipuçlarına karşı eğitin ve başka bir yerde sınayın.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>High figures from these images would say nothing about the disease. Images of every class from the same place are needed.</source>
            <translation>Bu görüntülerden elde edilen yüksek değerler hastalık hakkında hiçbir şey söylemez. Her sınıftan, aynı yerden gelen görüntüler gerekir.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>There are too few images of both classes to look at this.</source>
            <translation>Buna bakmak için iki sınıfın da görüntüleri çok az.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Right for {number} of 100 pairs of an image with and one without “{positive_class}” (50 is chance).</source>
            <translation>Biri “{positive_class}” olan, biri olmayan 100 görüntü çiftinin {number} tanesinde doğru (50 şanstır).</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>A disease of the lungs changes this too, so that part of it may be earned.</source>
            <translation>Bir akciğer hastalığı bunu da değiştirir; bu nedenle başarının bir kısmı hak edilmiş olabilir.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>One class only.</source>
            <translation>Yalnızca tek sınıf.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>It can be told from the others with the lungs hidden (AUC {area}).</source>
            <translation>Akciğerler gizliyken ötekilerden ayırt edilebiliyor (AUC {area}).</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>It cannot well be told from the others with the lungs hidden (AUC {area}).</source>
            <translation>Akciğerler gizliyken ötekilerden pek ayırt edilemiyor (AUC {area}).</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>With {number} images in the smallest class only a gross shortcut would have been seen.</source>
            <translation>En küçük sınıfta {number} görüntü varken yalnızca çok kaba bir kestirme ipucu fark edilirdi.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>file format</source>
            <translation>dosya biçimi</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>colour channels</source>
            <translation>renk kanalları</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>bit depth</source>
            <translation>bit derinliği</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>progressive</source>
            <translation>aşamalı kodlama</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>embedded blocks</source>
            <translation>gömülü bloklar</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>JPEG tables</source>
            <translation>JPEG tabloları</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>JPEG quality</source>
            <translation>JPEG kalitesi</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>JPEG quality of coarse structures</source>
            <translation>kaba yapıların JPEG kalitesi</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>compression</source>
            <translation>sıkıştırma</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>height</source>
            <translation>yükseklik</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>width</source>
            <translation>genişlik</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>shape</source>
            <translation>biçim</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>number of pixels</source>
            <translation>piksel sayısı</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>height and width</source>
            <translation>yükseklik ve genişlik</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>first word</source>
            <translation>ilk sözcük</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>words</source>
            <translation>sözcükler</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>pattern</source>
            <translation>örüntü</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>suffix</source>
            <translation>uzantı</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>length</source>
            <translation>uzunluk</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>number</source>
            <translation>sayı</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>first digits</source>
            <translation>ilk rakamlar</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>source</source>
            <translation>kaynak</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>sharpness and noise</source>
            <translation>keskinlik ve gürültü</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>file size</source>
            <translation>dosya boyutu</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Each source holds images of one class only.</source>
            <translation>Her kaynakta yalnızca tek bir sınıfın görüntüleri var.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>No source holds enough of both for a look within one source.</source>
            <translation>Hiçbir kaynakta, tek kaynak içinde bakmaya yetecek kadar iki sınıftan görüntü yok.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Most telling: {parts}.</source>
            <translation>En belirleyici olanlar: {parts}.</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>Source not named</source>
            <translation>Kaynak belirtilmemiş</translation>
        </message>
        <message>
            <location filename="../../core/training/audit_wording.py" />
            <source>“{probe}” tells the class nearly always.</source>
            <translation>“{probe}” sınıfı neredeyse her zaman ele veriyor.</translation>
        </message>
        <message>
            <location filename="../../core/training/card_sentences.py" />
            <source>The threshold was chosen on these same images, by these same out-of-fold predictions, which flatters the figures at it: later images will do somewhat worse.</source>
            <translation>Eşik, aynı bu görüntülerde, aynı bu kat dışı tahminlere göre seçildi; bu da eşikteki değerleri olduğundan iyi gösterir: sonraki görüntülerde sonuçlar biraz daha kötü olacaktır.</translation>
        </message>
        <message>
            <location filename="../../core/training/card_sentences.py" />
            <source>No source holds more than one class: the model may have learnt to recognise the source instead of the disease, and its figures cannot show that.</source>
            <translation>Hiçbir kaynakta birden çok sınıf yok: model, hastalık yerine kaynağı tanımayı öğrenmiş olabilir ve değerleri bunu gösteremez.</translation>
        </message>
        <message>
            <location filename="../../core/training/card_sentences.py" />
            <source>reflection (probability {amount})</source>
            <translation>yansıtma (olasılık {amount})</translation>
        </message>
        <message>
            <location filename="../../core/training/card_sentences.py" />
            <source>rotation to {amount} degrees</source>
            <translation>en çok {amount} derece döndürme</translation>
        </message>
        <message>
            <location filename="../../core/training/card_sentences.py" />
            <source>scaling by up to {amount}</source>
            <translation>en çok {amount} oranında ölçekleme</translation>
        </message>
        <message>
            <location filename="../../core/training/card_sentences.py" />
            <source>aspect jitter {amount}</source>
            <translation>en boy oranında {amount} oynama</translation>
        </message>
        <message>
            <location filename="../../core/training/card_sentences.py" />
            <source>shift by up to {amount} of the side</source>
            <translation>kenarın en çok {amount} katı kadar kaydırma</translation>
        </message>
        <message>
            <location filename="../../core/training/card_sentences.py" />
            <source>random crop of up to {amount} of the side</source>
            <translation>kenarın en çok {amount} katı kadar rastgele kesme</translation>
        </message>
        <message>
            <location filename="../../core/training/card_sentences.py" />
            <source>random erasing of up to {amount} of the area</source>
            <translation>alanın en çok {amount} katı kadar rastgele silme</translation>
        </message>
        <message>
            <location filename="../../core/training/card_sentences.py" />
            <source>Gaussian noise to {amount}</source>
            <translation>en çok {amount} Gauss gürültüsü</translation>
        </message>
        <message>
            <location filename="../../core/training/card_sentences.py" />
            <source>brightness by up to {amount}</source>
            <translation>en çok {amount} parlaklık değişimi</translation>
        </message>
        <message>
            <location filename="../../core/training/card_sentences.py" />
            <source>contrast by up to {amount}</source>
            <translation>en çok {amount} kontrast değişimi</translation>
        </message>
        <message>
            <location filename="../../core/training/card_sentences.py" />
            <source>gamma to 1 + {amount}</source>
            <translation>en çok 1 + {amount} gama</translation>
        </message>
        <message>
            <location filename="../../core/training/card_sentences.py" />
            <source>blur to {amount} pixels</source>
            <translation>en çok {amount} piksel bulanıklaştırma</translation>
        </message>
        <message>
            <location filename="../../core/training/card_sentences.py" />
            <source>Research use only; not for diagnosis.</source>
            <translation>Yalnızca araştırma amaçlıdır; tanı amaçlı değildir.</translation>
        </message>
        <message>
            <location filename="../../core/training/card_sentences.py" />
            <source>Made for scans like those it was trained on; other views, other body parts and raw images “for processing” get answers that mean nothing.</source>
            <translation>Eğitildiği görüntülere benzeyenler için yapılmıştır; başka projeksiyonlar, vücudun başka bölgeleri ve “işlenmek üzere” olan ham görüntüler anlamsız yanıtlar alır.</translation>
        </message>
        <message>
            <location filename="../../core/training/card_sentences.py" />
            <source>For none of the {images} training images is it known whom they show: scans of one patient may have been learnt from and tested on, so the figures may be too good.</source>
            <translation>{images} eğitim görüntüsünün hiçbirinin kimi gösterdiği bilinmiyor: bir hastanın görüntülerinden hem öğrenilmiş hem de model bunlarla sınanmış olabilir, bu nedenle değerler olduğundan iyi olabilir.</translation>
        </message>
        <message>
            <location filename="../../core/training/card_sentences.py" />
            <source>For 1 of the {images} training images it is not known whom it shows: scans of one patient may have been learnt from and tested on, so the figures may be too good.</source>
            <translation>{images} eğitim görüntüsünden 1 tanesinin kimi gösterdiği bilinmiyor: bir hastanın görüntülerinden hem öğrenilmiş hem de model bunlarla sınanmış olabilir, bu nedenle değerler olduğundan iyi olabilir.</translation>
        </message>
        <message>
            <location filename="../../core/training/card_sentences.py" />
            <source>For {unknown} of the {images} training images it is not known whom they show: scans of one patient may have been learnt from and tested on, so the figures may be too good.</source>
            <translation>{images} eğitim görüntüsünden {unknown} tanesinin kimi gösterdiği bilinmiyor: bir hastanın görüntülerinden hem öğrenilmiş hem de model bunlarla sınanmış olabilir, bu nedenle değerler olduğundan iyi olabilir.</translation>
        </message>
        <message>
            <location filename="../../core/training/card_sentences.py" />
            <source>Its probabilities are fitted to a collection in which {share} of the images are {positive_class}; where that is rarer, they are too high.</source>
            <translation>Olasılıkları, görüntülerin {share} kadarının {positive_class} olduğu bir koleksiyona göre ayarlanmıştır; bunun daha seyrek olduğu yerlerde fazla yüksektir.</translation>
        </message>
        <message>
            <location filename="../../core/training/card_sentences.py" />
            <source>It knows nothing but {classes}: whatever else a scan shows gets one of these answers.</source>
            <translation>Bildiği tek şey {classes}: bir görüntüde başka ne görülürse görülsün, bu yanıtlardan biri verilir.</translation>
        </message>
        <message>
            <location filename="../../core/training/card_sentences.py" />
            <source>Cross-validated AUC {area} (95% interval {low} to {high}), on the collection it was trained on: the interval holds for more images like these, not for another hospital.</source>
            <translation>Çapraz doğrulanmış AUC {area} (%95 aralığı {low} ile {high} arası), eğitildiği koleksiyonda: aralık bunlara benzeyen başka görüntüler için geçerlidir, başka bir hastane için değil.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/checklist_facts.py" />
            <source>{count} groups of copies of one picture were found and kept together.</source>
            <translation>
                <numerusform>Aynı görüntünün kopyalarından oluşan {count} grup bulundu ve bir arada tutuldu.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/checklist_facts.py" />
            <location filename="../../core/training/statements.py" />
            <source>{count} files could not be read and were left out.</source>
            <translation>
                <numerusform>{count} dosya okunamadı ve dışarıda bırakıldı.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_facts.py" />
            <source>5 folds, of which one was trained</source>
            <translation>biri eğitilmiş 5 kat</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_facts.py" />
            <source>Disjoint by copies of one picture; otherwise by image.</source>
            <translation>Ayrım, aynı görüntünün kopyalarına göredir; bunun dışında görüntü düzeyindedir.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/checklist_facts.py" />
            <source>Collection “{name}”: {count} images ({classes}).</source>
            <translation>
                <numerusform>“{name}” koleksiyonu: {count} görüntü ({classes}).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/checklist_facts.py" />
            <source>{count} images ({classes}): all that were given; no sample size was calculated.</source>
            <translation>
                <numerusform>{count} görüntü ({classes}): verilenlerin tümü; örneklem büyüklüğü hesaplanmadı.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_facts.py" />
            <source>cut to rows and columns {first} to {last} and resized back</source>
            <translation>{first} ile {last} arasındaki satır ve sütunlara kesilip eski boyutuna getirildi</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_facts.py" />
            <source>standardised to mean 0 and standard deviation 1</source>
            <translation>ortalaması 0, standart sapması 1 olacak biçimde standartlaştırıldı</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_facts.py" />
            <source>The sources of the images are not known.</source>
            <translation>Görüntülerin kaynakları bilinmiyor.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_facts.py" />
            <source>Each displayed picture was {steps}; the same for training and use.</source>
            <translation>Gösterilen her resim: {steps}; eğitimde ve kullanımda aynıdır.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_facts.py" />
            <source>{images} images in {groups} independent groups; {patients}.</source>
            <translation>{groups} bağımsız grupta {images} görüntü; {patients}.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_facts.py" />
            <source>{patients} patients are named by {named} of {images} images</source>
            <translation>{images} görüntüden {named} tanesi {patients} hastanın adını taşıyor</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_facts.py" />
            <source>No value was filled in.</source>
            <translation>Hiçbir değer doldurulmadı.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_facts.py" />
            <source>The program looked for unreadable files, copies and odd images.</source>
            <translation>Program okunamayan dosyaları, kopyaları ve olağandışı görüntüleri aradı.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_facts.py" />
            <source>The SHA-256 of each of the {number} image files is part of this dossier.</source>
            <translation>{number} görüntü dosyasının her birinin SHA-256 özeti bu doğrulama dosyasının parçasıdır.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_facts.py" />
            <source>resized to {size} x {size} pixels ({filter})</source>
            <translation>{size} x {size} piksele yeniden boyutlandırıldı ({filter})</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_facts.py" />
            <source>{images} images in {groups} independent groups; whom they show is not known.</source>
            <translation>{groups} bağımsız grupta {images} görüntü; kimi gösterdikleri bilinmiyor.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_facts.py" />
            <source>{number} folds</source>
            <translation>{number} kat</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_facts.py" />
            <source>Disjoint by patients, where they are known ({patients}), and copies of one picture; otherwise by image.</source>
            <translation>Ayrım, bilindiği yerde hastalara ({patients}) ve aynı görüntünün kopyalarına göredir; bunun dışında görüntü düzeyindedir.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_facts.py" />
            <source>Cross-validation in {folds}, stratified by class, drawn with the seed {seed}; groups of images were never divided. Nothing was chosen by the figures of held-out images.</source>
            <translation>Çapraz doğrulama: {folds}, sınıfa göre tabakalı, {seed} tohum değeriyle çekildi; görüntü grupları hiç bölünmedi. Hiçbir şey ayrılmış görüntülerdeki değerlere göre seçilmedi.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_facts.py" />
            <source>{folds}; each image was judged by a network that had not seen it.</source>
            <translation>{folds}; her görüntü, onu görmemiş bir ağ tarafından değerlendirildi.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_facts.py" />
            <source>{source}: {number} {label}</source>
            <translation>{source}: {number} {label}</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_facts.py" />
            <source>Images of each source: {listed}.</source>
            <translation>Her kaynağın görüntüleri: {listed}.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_facts.py" />
            <source>histogram equalisation ({method})</source>
            <translation>histogram eşitleme uygulandı ({method})</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_facts.py" />
            <source>fold {fold}: {number} held out, {positives} of them {positive_class}</source>
            <translation>kat {fold}: {number} görüntü ayrıldı, {positives} tanesi {positive_class}</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_figures.py" />
            <source>source {name}: {figures}</source>
            <translation>kaynak {name}: {figures}</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_figures.py" />
            <source>split {name}: {figures}</source>
            <translation>bölüm {name}: {figures}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/checklist_figures.py" />
            <source>Cross-validated on {count} images: {figures}.</source>
            <translation>
                <numerusform>{count} görüntüde çapraz doğrulandı: {figures}.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_figures.py" />
            <source>The data name no sources or splits to look at apart.</source>
            <translation>Verilerde ayrı ayrı bakılacak kaynak veya bölüm belirtilmemiş.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_figures.py" />
            <source>Figures were computed per fold and for each source and split that the data name.</source>
            <translation>Değerler kat başına ve verilerde belirtilen her kaynak ve bölüm için hesaplandı.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_figures.py" />
            <source>Figures were computed per fold only: the data name no sources.</source>
            <translation>Değerler yalnızca kat başına hesaplandı: verilerde kaynak belirtilmemiş.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_figures.py" />
            <source>AUC {area}, sensitivity {sensitivity}, specificity {specificity}</source>
            <translation>AUC {area}, duyarlılık {sensitivity}, özgüllük {specificity}</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_figures.py" />
            <source>Pooled over folds, 95% intervals in brackets: {figures}, accuracy {accuracy}, F1 {f1}, average precision {precision}.</source>
            <translation>Tüm katlar birlikte, %95 aralıkları parantez içinde: {figures}, doğruluk {accuracy}, F1 {f1}, ortalama kesinlik {precision}.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_figures.py" />
            <source>{true_positive} true and {false_positive} false positive, {true_negative} true and {false_negative} false negative decisions: sensitivity {sensitivity}, specificity {specificity}.</source>
            <translation>{true_positive} doğru ve {false_positive} yanlış pozitif, {true_negative} doğru ve {false_negative} yanlış negatif karar: duyarlılık {sensitivity}, özgüllük {specificity}.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_figures.py" />
            <source>{wrong} of {images} images were decided wrongly; each prediction is in this dossier.</source>
            <translation>{images} görüntüden {wrong} tanesi hakkında yanlış karar verildi; her tahmin bu doğrulama dosyasındadır.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_figures.py" />
            <source>fold {fold}: AUC {area}, accuracy {accuracy}</source>
            <translation>kat {fold}: AUC {area}, doğruluk {accuracy}</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_figures.py" />
            <source>By part of the data: {parts}.</source>
            <translation>Verilerin bölümlerine göre: {parts}.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>Only the last layer learnt, to convergence, on features of the unchanged images.</source>
            <translation>Değiştirilmemiş görüntülerin öznitelikleri üzerinde, yakınsamaya kadar yalnızca son katman öğrendi.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>The last stage of blocks and the last layer learnt.</source>
            <translation>Son blok aşaması ve son katman öğrendi.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>Every layer learnt.</source>
            <translation>Her katman öğrendi.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>the paper's recipe</source>
            <translation>makalenin tarifi</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>the pretraining recipe</source>
            <translation>ön eğitim tarifi</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>Training started from {weights}.</source>
            <translation>Eğitimin başlangıcı: {weights}.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>Training, from {started} to {finished}.</source>
            <translation>Eğitim, {started} ile {finished} arası.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>The weights at convergence: no epoch was chosen by held-out figures.</source>
            <translation>Yakınsamadaki ağırlıklar: hiçbir epok ayrılmış görüntülerdeki değerlere göre seçilmedi.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>Training started from {weights} (SHA-256 {digest}).</source>
            <translation>Eğitimin başlangıcı: {weights} (SHA-256 {digest}).</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>Training took {minutes} minutes, from {started} to {finished}.</source>
            <translation>Eğitim {minutes} dakika sürdü, {started} ile {finished} arası.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>one-cycle up to {rate}</source>
            <translation>tek döngülü, en çok {rate}</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>{rate}, constant</source>
            <translation>{rate}, sabit</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>Sources were drawn equally often; classes were not weighted.</source>
            <translation>Kaynaklar eşit sıklıkta çekildi; sınıflara ağırlık verilmedi.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>None: images were drawn as often as they are there.</source>
            <translation>Yok: görüntüler bulundukları sıklıkta çekildi.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>The strength of the penalty was chosen by cross-validation within each network's own training images; every other setting was chosen before the run.</source>
            <translation>Ceza teriminin gücü, her ağın kendi eğitim görüntüleri içinde çapraz doğrulamayla seçildi; diğer tüm ayarlar çalışmadan önce seçilmişti.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>The program tuned no setting on these data: all were chosen before the run.</source>
            <translation>Program bu verilerde hiçbir ayarı uyarlamadı: tümü çalışmadan önce seçilmişti.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>The weights after the last epoch, averaged over the last steps: no epoch was chosen by held-out figures.</source>
            <translation>Son epoktan sonraki, son adımlar üzerinden ortalaması alınmış ağırlıklar: hiçbir epok ayrılmış görüntülerdeki değerlere göre seçilmedi.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>The weights after the last epoch: no epoch was chosen by held-out figures.</source>
            <translation>Son epoktan sonraki ağırlıklar: hiçbir epok ayrılmış görüntülerdeki değerlere göre seçilmedi.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>No final training.</source>
            <translation>Son eğitim yapılmadı.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>By {recipe}: {optimiser}, {settings}, cross-entropy. Augmentation: {augmentation}. One model per fold; seed {seed}.</source>
            <translation>Uygulanan: {recipe}: {optimiser}, {settings}, çapraz entropi. Veri artırma: {augmentation}. Kat başına bir model; tohum değeri {seed}.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>ResNet-50: a convolutional network of 50 layers, {channels} x {size} x {size} inputs, global average pooling and one linear layer with {outputs} outputs ({classes}).</source>
            <translation>ResNet-50: 50 katmanlı evrişimli ağ, {channels} x {size} x {size} girdi, küresel ortalama havuzlama ve {outputs} çıktılı tek bir doğrusal katman ({classes}).</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>One temperature, {temperature}, was fitted to the out-of-fold logits (Guo et al. 2017); expected calibration error {error_before} before and {error_after} after, Brier score {score_before} and {score_after}.</source>
            <translation>Kat dışı logit değerlerine göre tek bir sıcaklık, {temperature}, ayarlandı (Guo ve ark. 2017); beklenen kalibrasyon hatası önce {error_before}, sonra {error_after}; Brier skoru önce {score_before}, sonra {score_after}.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>Positive from a probability of {threshold} (before temperature) on.</source>
            <translation>{threshold} olasılığından (sıcaklıktan önce) itibaren pozitif.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>The model was then trained on all images by the same recipe.</source>
            <translation>Model ardından aynı tarifle tüm görüntülerde eğitildi.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>Software: {software}.</source>
            <translation>Yazılım: {software}.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>Computer: {computer}; ran on {device} in {arithmetic}.</source>
            <translation>Bilgisayar: {computer}; {device} üzerinde, {arithmetic} aritmetiğiyle çalıştı.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>Multinomial logistic regression with an L2 penalty, by L-BFGS. One model per fold; seed {seed}.</source>
            <translation>L2 cezalı, L-BFGS ile çok sınıflı lojistik regresyon. Kat başına bir model; tohum değeri {seed}.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>learning rate {rate}</source>
            <translation>öğrenme hızı {rate}</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>weight decay {decay}</source>
            <translation>ağırlık azaltma {decay}</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>batches of {size}</source>
            <translation>{size} görüntülük yığınlar</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>{number} epochs</source>
            <translation>{number} epok</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>On the way: {notes}.</source>
            <translation>Çalışma sırasında: {notes}.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_method.py" />
            <source>label smoothing {amount}</source>
            <translation>etiket yumuşatma {amount}</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_wording.py" />
            <source>Deep learning: a convolutional network classifies chest radiographs.</source>
            <translation>Derin öğrenme: evrişimli bir ağ akciğer grafilerini sınıflandırır.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_wording.py" />
            <source>Development of a diagnostic prediction model with internal validation by cross-validation.</source>
            <translation>Çapraz doğrulamayla iç geçerliliği sınanan bir tanısal tahmin modelinin geliştirilmesi.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_wording.py" />
            <source>Every readable image that was given was used, whole.</source>
            <translation>Verilen ve okunabilen her görüntü bütün olarak kullanıldı.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_wording.py" />
            <source>This dossier names images by their files and patients by numbers; it holds no patient identifiers.</source>
            <translation>Bu doğrulama dosyasında görüntüler dosyalarıyla, hastalar numaralarla anılır; hasta kimlik bilgisi içermez.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_wording.py" />
            <source>The class of an image is its folder's name or its label in the index, taken as given.</source>
            <translation>Bir görüntünün sınıfı, klasörünün adı veya dizindeki etiketidir ve verildiği gibi alınır.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_wording.py" />
            <source>Held-out images carry the same labels as those learnt from; none was read again.</source>
            <translation>Ayrılmış görüntüler, öğrenilenlerle aynı etiketleri taşır; hiçbiri yeniden okunmadı.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_wording.py" />
            <source>The network's outputs (logits) are divided by the temperature and turned into probabilities by softmax.</source>
            <translation>Ağın çıktıları (logit değerleri) sıcaklığa bölünür ve softmax ile olasılıklara dönüştürülür.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_wording.py" />
            <source>None: one network per fold, and one final network.</source>
            <translation>Yok: kat başına bir ağ ve bir son ağ.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_wording.py" />
            <source>Discrimination: ROC curve and its area, precision-recall curve, sensitivity, specificity, predictive values, accuracy, F1, confusion matrix. Calibration: calibration curve, expected calibration error, Brier score. Usefulness: consequences of a threshold per 1,000 people at a chosen prevalence.</source>
            <translation>Ayırt etme: ROC eğrisi ve altındaki alan, kesinlik-duyarlılık eğrisi, duyarlılık, özgüllük, prediktif değerler, doğruluk, F1, karışıklık matrisi. Kalibrasyon: kalibrasyon eğrisi, beklenen kalibrasyon hatası, Brier skoru. Yararlılık: seçilen bir prevalansta 1.000 kişide bir eşiğin sonuçları.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_wording.py" />
            <source>95% intervals: Wilson's for shares, at the effective number of images where patients or copies form groups (Rao &amp; Scott 1992); DeLong's on the logit scale for areas, with groups a bootstrap of whole groups (2,000 resamples), which is also taken for F1; Newcombe's (2006) where an area is 1.</source>
            <translation>%95 aralıkları: oranlar için, hastalar veya kopyalar grup oluşturduğunda etkin görüntü sayısıyla (Rao ve Scott 1992) Wilson aralığı; alanlar için logit ölçeğinde DeLong aralığı, gruplar varsa F1 için de kullanılan, bütün grupların bootstrap yöntemi (2.000 yeniden örnekleme); bir alan 1 ise Newcombe aralığı (2006).</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_wording.py" />
            <source>Class activation maps (Zhou et al. 2016) of the decision can be shown over each image.</source>
            <translation>Kararın sınıf aktivasyon haritaları (Zhou ve ark. 2016) her görüntünün üzerinde gösterilebilir.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_wording.py" />
            <source>None: every image is of the collection that the networks learnt from.</source>
            <translation>Yok: her görüntü, ağların öğrendiği koleksiyondandır.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_wording.py" />
            <source>The settings of the run in this dossier are its complete technical protocol.</source>
            <translation>Çalışmanın bu doğrulama dosyasındaki ayarları, eksiksiz teknik protokolüdür.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_wording.py" />
            <source>The program is free software (Apache-2.0); the model can be exported to one file with its card.</source>
            <translation>Program özgür yazılımdır (Apache-2.0); model, kartıyla birlikte tek bir dosyaya aktarılabilir.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_wording.py" />
            <source>Hilum, free software under the Apache licence 2.0; the version is named in this dossier.</source>
            <translation>Hilum, Apache lisansı 2.0 altında özgür yazılımdır; sürümü bu doğrulama dosyasında belirtilmiştir.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_wording.py" />
            <source>The grey values of one chest radiograph; no other data of the patient enter.</source>
            <translation>Bir akciğer grafisinin gri değerleri; hastaya ait başka hiçbir veri girmez.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_wording.py" />
            <source>Not applicable: no predictor takes a person's judgement.</source>
            <translation>Uygulanamaz: hiçbir belirteç bir kişinin yargısını gerektirmez.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_wording.py" />
            <source>None: age, sex and origin are not known to the program.</source>
            <translation>Yok: yaş, cinsiyet ve köken program tarafından bilinmez.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_wording.py" />
            <source>None: both are parts of the same collection, drawn at random within classes.</source>
            <translation>Yok: ikisi de aynı koleksiyonun, sınıflar içinde rastgele çekilmiş bölümleridir.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_wording.py" />
            <source>Files that cannot be read are refused; scans unlike what the model knows get a notice beside the result.</source>
            <translation>Okunamayan dosyalar reddedilir; modelin bildiklerine benzemeyen görüntülerde sonucun yanında bir uyarı gösterilir.</translation>
        </message>
        <message>
            <location filename="../../core/training/checklist_wording.py" />
            <source>A person opens a scan and reads the result with its limits; no input is prepared by hand.</source>
            <translation>Kullanıcı bir görüntüyü açar ve sonucu sınırlarıyla birlikte okur; hiçbir girdi elle hazırlanmaz.</translation>
        </message>
        <message>
            <location filename="../../core/training/child.py" />
            <source>no answer</source>
            <translation>yanıt yok</translation>
        </message>
        <message>
            <location filename="../../core/training/child.py" />
            <source>exit status {number}</source>
            <translation>çıkış kodu {number}</translation>
        </message>
        <message>
            <location filename="../../core/training/child.py" />
            <source>signal {number}</source>
            <translation>sinyal {number}</translation>
        </message>
        <message>
            <location filename="../../core/training/child_words.py" />
            <source>Torchvision's ImageNet weights</source>
            <translation>Torchvision ImageNet ağırlıkları</translation>
        </message>
        <message>
            <location filename="../../core/training/child_words.py" />
            <source>a batch of {batch} has too few images for {processes} processes; use at most {most}</source>
            <translation>{batch} görüntülük bir yığın {processes} süreç için çok az; en fazla {most} süreç kullanın</translation>
        </message>
        <message>
            <location filename="../../core/training/child_words.py" />
            <source>training against shortcuts needs lungs, and two lung fields were found in {number} of {total} images</source>
            <translation>kestirme ipuçlarına karşı eğitim için akciğerler gerekir; {total} görüntünün yalnızca {number} tanesinde iki akciğer alanı bulundu</translation>
        </message>
        <message>
            <location filename="../../core/training/child_words.py" />
            <source>in all but {number} of the images of “{positive_class}” that a fold learns from no disease can be seen; do not leave them out</source>
            <translation>bir katın öğrendiği “{positive_class}” görüntülerinden {number} tanesi dışında hiçbirinde hastalık görülmüyor; onları dışarıda bırakmayın</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <location filename="../../core/training/tripod_items.py" />
            <source>Title</source>
            <translation>Başlık</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Names the study as one of AI, and the kind of AI</source>
            <translation>Çalışmanın yapay zekâ çalışması olduğunu ve yapay zekânın türünü belirtir</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <location filename="../../core/training/tripod_items.py" />
            <source>Put it into the title.</source>
            <translation>Başlıkta belirtin.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <location filename="../../core/training/tripod_items.py" />
            <source>Abstract</source>
            <translation>Özet</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Design, methods, results and conclusions in brief</source>
            <translation>Kısaca tasarım, yöntemler, sonuçlar ve çıkarımlar</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <location filename="../../core/training/tripod_items.py" />
            <source>Write the abstract.</source>
            <translation>Özeti yazın.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Introduction</source>
            <translation>Giriş</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Background, intended use and role</source>
            <translation>Arka plan, kullanım amacı ve rolü</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Why this model, for whom, where in the work flow.</source>
            <translation>Neden bu model, kimin için, iş akışının neresinde.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Aims and hypotheses</source>
            <translation>Amaçlar ve hipotezler</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>What was to be found out, decided before the run.</source>
            <translation>Çalışmadan önce kararlaştırılan, neyin öğrenilmek istendiği.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Study design</source>
            <translation>Çalışma tasarımı</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Prospective or retrospective</source>
            <translation>İleriye veya geriye dönük</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>How and when the images were gathered.</source>
            <translation>Görüntülerin nasıl ve ne zaman toplandığı.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Goal of the study</source>
            <translation>Çalışmanın hedefi</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>What the model is meant for in the end.</source>
            <translation>Modelin sonuçta ne için tasarlandığı.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <location filename="../../core/training/tripod_items.py" />
            <source>Data</source>
            <translation>Veri</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Where the data come from</source>
            <translation>Verilerin nereden geldiği</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Hospitals, dates, how to get the data.</source>
            <translation>Hastaneler, tarihler, verilere nasıl ulaşılacağı.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Who was included and excluded</source>
            <translation>Kimlerin dahil edildiği ve dışlandığı</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Criteria by which patients and images were chosen.</source>
            <translation>Hastaların ve görüntülerin seçildiği ölçütler.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>What was done to the images first</source>
            <translation>Görüntülere önce ne yapıldığı</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Parts of images or data that were selected</source>
            <translation>Görüntülerin veya verilerin seçilen bölümleri</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Whether a subset was taken before.</source>
            <translation>Daha önce bir alt küme alınıp alınmadığı.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>How identities were removed</source>
            <translation>Kimlik bilgilerinin nasıl kaldırıldığı</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>How the image files were made anonymous.</source>
            <translation>Görüntü dosyalarının nasıl anonimleştirildiği.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>How missing data were handled</source>
            <translation>Eksik verilerin nasıl ele alındığı</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>How the images were acquired</source>
            <translation>Görüntülerin nasıl elde edildiği</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Machines, views, exposure, who was examined and why.</source>
            <translation>Cihazlar, projeksiyonlar, ışınlama, kimlerin neden çekildiği.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Reference standard</source>
            <translation>Referans standart</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>How the true class was determined</source>
            <translation>Gerçek sınıfın nasıl belirlendiği</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>What makes an image positive: test, reading.</source>
            <translation>Bir görüntüyü pozitif yapan: test, okuma.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Why in this way</source>
            <translation>Neden bu yolla</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>What else could have been used, and its error.</source>
            <translation>Başka ne kullanılabilirdi ve hatası ne olurdu.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Who determined it</source>
            <translation>Kimin belirlediği</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Readers, their training and instructions.</source>
            <translation>Okuyanlar, eğitimleri ve aldıkları yönergeler.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>How the test images were labelled</source>
            <translation>Test görüntülerinin nasıl etiketlendiği</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Tools and steps of the labelling.</source>
            <translation>Etiketlemenin araçları ve adımları.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Agreement between and within readers</source>
            <translation>Okuyanlar arası ve okuyan içi uyum</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Agreement, and how dissent was settled.</source>
            <translation>Uyum ve görüş ayrılıklarının nasıl çözüldüğü.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Data partitions</source>
            <translation>Veri bölümleri</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>How images were assigned to parts</source>
            <translation>Görüntülerin bölümlere nasıl dağıtıldığı</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>At which level the parts are disjoint</source>
            <translation>Bölümlerin hangi düzeyde ayrık olduğu</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Testing data</source>
            <translation>Test verisi</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Sample size and how it was arrived at</source>
            <translation>Örneklem büyüklüğü ve nasıl belirlendiği</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <location filename="../../core/training/tripod_items.py" />
            <source>Why this many are enough.</source>
            <translation>Bu sayının neden yeterli olduğu.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>The model in detail: input, layers, output</source>
            <translation>Ayrıntılı olarak model: girdi, katmanlar, çıktı</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Software and its versions</source>
            <translation>Yazılım ve sürümleri</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>How the first weights came to be</source>
            <translation>İlk ağırlıkların nasıl oluştuğu</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <location filename="../../desktop_app/training_wizard/window.py" />
            <location filename="../../desktop_app/window_actions.py" />
            <source>Training</source>
            <translation>Eğitim</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Training in detail: augmentation, settings, number of models</source>
            <translation>Ayrıntılı olarak eğitim: veri artırma, ayarlar, model sayısı</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>How the final model was chosen</source>
            <translation>Nihai modelin nasıl seçildiği</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <location filename="../../core/training/tripod_items.py" />
            <source>Whether earlier runs on these data led to it.</source>
            <translation>Bu verilerdeki daha önceki çalışmaların buna yol açıp açmadığı.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Ensembles</source>
            <translation>Topluluklar</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Evaluation</source>
            <translation>Değerlendirme</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Measures of performance</source>
            <translation>Performans ölçütleri</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Significance and uncertainty</source>
            <translation>Anlamlılık ve belirsizlik</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Robustness and sensitivity analyses</source>
            <translation>Sağlamlık ve duyarlılık analizleri</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Analyses beyond parts of the data set.</source>
            <translation>Veri kümesinin bölümleri dışındaki analizler.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Explanation of single answers</source>
            <translation>Tek tek yanıtların açıklanması</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Whether the maps were looked at, by whom.</source>
            <translation>Haritalara bakılıp bakılmadığı, kimin baktığı.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Evaluation on internal data</source>
            <translation>İç verilerde değerlendirme</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Evaluation on external data</source>
            <translation>Dış verilerde değerlendirme</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Test it on images of another hospital.</source>
            <translation>Başka bir hastanenin görüntülerinde sınayın.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Registration of a clinical trial</source>
            <translation>Klinik araştırma kaydı</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Number and register, or that it was none.</source>
            <translation>Numara ve kayıt sistemi veya klinik araştırma olmadığı.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Results: data</source>
            <translation>Sonuçlar: veri</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Numbers included and excluded</source>
            <translation>Dahil edilen ve dışlanan sayılar</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Those excluded before; a flow diagram.</source>
            <translation>Daha önce dışlananlar; bir akış şeması.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Characteristics of the cases in each part</source>
            <translation>Her bölümdeki olguların özellikleri</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Age, sex, severity, machines per part.</source>
            <translation>Bölüm başına yaş, cinsiyet, şiddet, cihazlar.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Results: performance</source>
            <translation>Sonuçlar: performans</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Performance with its uncertainty</source>
            <translation>Belirsizliğiyle birlikte performans</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Diagnostic accuracy and its precision</source>
            <translation>Tanısal doğruluk ve kesinliği</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Cases that were decided wrongly</source>
            <translation>Hakkında yanlış karar verilen olgular</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Look at them: what do they have in common?</source>
            <translation>Bunlara bakın: ortak yönleri nedir?</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <location filename="../../core/training/tripod_items.py" />
            <source>Discussion</source>
            <translation>Tartışma</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Limitations</source>
            <translation>Sınırlılıklar</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Limitations that only those who know the data can see.</source>
            <translation>Yalnızca verileri tanıyanların görebileceği sınırlılıklar.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>What it means for practice</source>
            <translation>Uygulama için ne anlama geldiği</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Intended use and role, given these limits.</source>
            <translation>Bu sınırlar göz önünde, kullanım amacı ve rolü.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Other</source>
            <translation>Diğer</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Full protocol and further details</source>
            <translation>Protokolün tamamı ve diğer ayrıntılar</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Where the protocol can be read.</source>
            <translation>Protokolün nerede okunabileceği.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Availability of software, model and data</source>
            <translation>Yazılımın, modelin ve verilerin erişilebilirliği</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Where model and data can be had.</source>
            <translation>Modelin ve verilerin nereden alınabileceği.</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <source>Funding and other support</source>
            <translation>Maddi ve diğer destekler</translation>
        </message>
        <message>
            <location filename="../../core/training/claim_items.py" />
            <location filename="../../core/training/tripod_items.py" />
            <source>Sources, and the funders' role.</source>
            <translation>Kaynaklar ve destekleyenlerin rolü.</translation>
        </message>
        <message>
            <location filename="../../core/training/class_findings.py" />
            <source>Choose a folder with at least some dozen images of each class.</source>
            <translation>Her sınıftan en az birkaç düzine görüntü içeren bir klasör seçin.</translation>
        </message>
        <message>
            <location filename="../../core/training/class_findings.py" />
            <source>Add images of other patients.</source>
            <translation>Başka hastaların görüntülerini ekleyin.</translation>
        </message>
        <message>
            <location filename="../../core/training/class_findings.py" />
            <source>Choose {number} folds at most, or add images.</source>
            <translation>En fazla {number} kat seçin veya görüntü ekleyin.</translation>
        </message>
        <message>
            <location filename="../../core/training/class_findings.py" />
            <source>Check where they are and the paths in the index, which count from the index's own folder.</source>
            <translation>Nerede olduklarını ve dizindeki yolları denetleyin; yollar dizinin kendi klasörüne göredir.</translation>
        </message>
        <message>
            <location filename="../../core/training/class_findings.py" />
            <source>Copy or export them again from where they came, or remove them; without that they are left out.</source>
            <translation>Geldikleri yerden yeniden kopyalayın veya dışa aktarın ya da kaldırın; aksi hâlde dışarıda bırakılırlar.</translation>
        </message>
        <message>
            <location filename="../../core/training/class_findings.py" />
            <source>Move them into the folder of their class.</source>
            <translation>Onları kendi sınıflarının klasörüne taşıyın.</translation>
        </message>
        <message>
            <location filename="../../core/training/class_findings.py" />
            <source>Fill in the cells, or remove the rows.</source>
            <translation>Hücreleri doldurun veya satırları kaldırın.</translation>
        </message>
        <message>
            <location filename="../../core/training/class_findings.py" />
            <source>Add a folder, or rows, with images of a second class.</source>
            <translation>İkinci bir sınıfın görüntülerini içeren bir klasör veya satırlar ekleyin.</translation>
        </message>
        <message>
            <location filename="../../core/training/class_findings.py" />
            <source>Choose the folder whose subfolders are the classes, or merge classes.</source>
            <translation>Alt klasörleri sınıflar olan klasörü seçin veya sınıfları birleştirin.</translation>
        </message>
        <message>
            <location filename="../../core/training/class_findings.py" />
            <source>Rename its folder.</source>
            <translation>Klasörünü yeniden adlandırın.</translation>
        </message>
        <message>
            <location filename="../../core/training/class_findings.py" />
            <source>Merge them under one name, or rename one of them.</source>
            <translation>Tek bir ad altında birleştirin veya birini yeniden adlandırın.</translation>
        </message>
        <message>
            <location filename="../../core/training/class_findings.py" />
            <source>Put images into it, or remove its folder or rows.</source>
            <translation>İçine görüntü koyun veya klasörünü ya da satırlarını kaldırın.</translation>
        </message>
        <message>
            <location filename="../../core/training/class_findings.py" />
            <source>Add images of “{name}” if you can.</source>
            <translation>Mümkünse “{name}” görüntüleri ekleyin.</translation>
        </message>
        <message>
            <location filename="../../core/training/class_findings.py" />
            <source>Add images, {number} or more.</source>
            <translation>Görüntü ekleyin; {number} veya daha fazla olsun.</translation>
        </message>
        <message>
            <location filename="../../core/training/device_words.py" />
            <source>processor</source>
            <translation>işlemci</translation>
        </message>
        <message>
            <location filename="../../core/training/device_words.py" />
            <source>{number} threads</source>
            <translation>{number} iş parçacığı</translation>
        </message>
        <message>
            <location filename="../../core/training/device_words.py" />
            <source>{number} processes on {device}</source>
            <translation>{device} üzerinde {number} süreç</translation>
        </message>
        <message>
            <location filename="../../core/training/device_words.py" />
            <source>{number} logical cores</source>
            <translation>{number} mantıksal çekirdek</translation>
        </message>
        <message>
            <location filename="../../core/training/device_words.py" />
            <source>{number} GiB memory</source>
            <translation>{number} GiB bellek</translation>
        </message>
        <message>
            <location filename="../../core/training/device_words.py" />
            <source>from source</source>
            <translation>kaynak koddan</translation>
        </message>
        <message>
            <location filename="../../core/training/device_words.py" />
            <source>not recorded</source>
            <translation>kaydedilmedi</translation>
        </message>
        <message>
            <location filename="../../core/training/disease_wording.py" />
            <source>Does it look at the disease?</source>
            <translation>Hastalığa mı bakıyor?</translation>
        </message>
        <message>
            <location filename="../../core/training/disease_wording.py" />
            <source>Each fold's network was asked about its held-out images again: with the lung fields and a margin around them filled with the blurred grey of their surroundings, and with nothing but the lung fields, in a mean body that is the same for all. The lung fields come from Hilum's lung network.</source>
            <translation>Her katın ağına, ayrılan görüntüleri yeniden soruldu: bir kez akciğer alanları ve çevrelerindeki kenar payı komşu bölgelerin bulanık grisiyle doldurularak; bir kez de yalnızca akciğer alanları, hepsi için aynı olan ortalama bir gövdenin içinde gösterilerek. Akciğer alanlarını Hilum'un akciğer ağı belirledi.</translation>
        </message>
        <message>
            <location filename="../../core/training/disease_wording.py" />
            <source>Nobody looked at what it does with the lungs hidden: the run is of an older version. Train anew to have these figures.</source>
            <translation>Akciğerler gizliyken ne yaptığına bakılmadı: çalışma eski bir sürümden. Bu değerler için yeniden eğitin.</translation>
        </message>
        <message>
            <location filename="../../core/training/disease_wording.py" />
            <source>The training images were not audited for shortcuts.</source>
            <translation>Eğitim görüntülerinde kestirme ipucu denetimi yapılmadı.</translation>
        </message>
        <message>
            <location filename="../../core/training/disease_wording.py" />
            <source>{value} ({low} to {high})</source>
            <translation>{value} ({low}–{high})</translation>
        </message>
        <message>
            <location filename="../../core/training/disease_wording.py" />
            <source>Only a last layer on the features of the start weights was trained without the source, in seconds; this run trained more than that, so that its own networks may do better or worse.</source>
            <translation>Kaynak dışarıda bırakılarak, başlangıç ağırlıklarının öznitelikleri üzerinde saniyeler içinde yalnızca bir son katman eğitildi; bu çalışma bundan fazlasını eğitti, bu nedenle kendi ağları daha iyi veya daha kötü olabilir.</translation>
        </message>
        <message>
            <location filename="../../core/training/disease_wording.py" />
            <source>Learnt without any image of a source, and tested on that source alone: the nearest that one collection comes to another hospital.</source>
            <translation>Bir kaynağın hiçbir görüntüsü olmadan öğrenildi ve yalnızca o kaynakta sınandı: tek bir koleksiyonun başka bir hastaneye en çok yaklaşabildiği durum.</translation>
        </message>
        <message>
            <location filename="../../core/training/disease_wording.py" />
            <source>What it does with the lungs hidden is not known: lung fields were found in images of one class only.</source>
            <translation>Akciğerler gizliyken ne yaptığı bilinmiyor: akciğer alanları yalnızca tek bir sınıfın görüntülerinde bulundu.</translation>
        </message>
        <message>
            <location filename="../../core/training/disease_wording.py" />
            <source>No source was left out: the run is of an older version.</source>
            <translation>Hiçbir kaynak dışarıda bırakılmadı: çalışma eski bir sürümden.</translation>
        </message>
        <message>
            <location filename="../../core/training/disease_wording.py" />
            <source>all others</source>
            <translation>diğer tümü</translation>
        </message>
        <message>
            <location filename="../../core/training/disease_wording.py" />
            <source>On images of “{name}” the area under the ROC curve falls from {learnt} to {left_out} where none of them were learnt from (a last layer alone, trained with and without them): what it learnt there does not hold elsewhere.</source>
            <translation>“{name}” görüntülerinin hiçbirinden öğrenilmediğinde bu görüntülerde ROC eğrisi altındaki alan {learnt} değerinden {left_out} değerine düşüyor (onlarla ve onlarsız eğitilmiş tek bir son katmanla): orada öğrendiği başka yerde geçerli değil.</translation>
        </message>
        <message>
            <location filename="../../core/training/disease_wording.py" />
            <source>On images of “{name}” the area under the ROC curve falls from {learnt} to {left_out} where none of them were learnt from: what it learnt there does not hold elsewhere.</source>
            <translation>“{name}” görüntülerinin hiçbirinden öğrenilmediğinde bu görüntülerde ROC eğrisi altındaki alan {learnt} değerinden {left_out} değerine düşüyor: orada öğrendiği başka yerde geçerli değil.</translation>
        </message>
        <message>
            <location filename="../../core/training/disease_wording.py" />
            <source>With the lungs hidden the area under the ROC curve is {area}, where 0.5 is chance: little that is not the lungs helps it.</source>
            <translation>Akciğerler gizliyken ROC eğrisi altındaki alan {area}; 0,5 şanstır: akciğerler dışındaki şeylerden pek yararlanmıyor.</translation>
        </message>
        <message>
            <location filename="../../core/training/disease_wording.py" />
            <source>With the lungs alone the area is {alone}; with the whole picture, on the same images, {whole}.</source>
            <translation>Yalnız akciğerlerle alan {alone}; aynı görüntülerde görüntünün tamamıyla {whole}.</translation>
        </message>
        <message>
            <location filename="../../core/training/disease_wording.py" />
            <source>With the lungs hidden it still tells {positive_class} with an area under the ROC curve of {area}, where 0.5 is chance: it uses something that is not the lungs.</source>
            <translation>Akciğerler gizliyken de {positive_class} sınıfını ayırt ediyor; ROC eğrisi altındaki alan {area}, 0,5 şanstır: akciğer olmayan bir şeyi kullanıyor.</translation>
        </message>
        <message>
            <location filename="../../core/training/disease_wording.py" />
            <source>How it does on a source that it had not learnt from cannot be had: {reason}. Nothing here speaks for its working elsewhere.</source>
            <translation>Öğrenmediği bir kaynaktaki başarısı belirlenemiyor: {reason}. Burada hiçbir şey başka yerde de çalışacağını göstermiyor.</translation>
        </message>
        <message>
            <location filename="../../core/training/disease_wording.py" />
            <source>What it does with the lungs hidden is not known: in none of the {number} images were two lung fields found.</source>
            <translation>Akciğerler gizliyken ne yaptığı bilinmiyor: {number} görüntünün hiçbirinde iki akciğer alanı bulunamadı.</translation>
        </message>
        <message>
            <location filename="../../core/training/duplicate_candidates.py" />
            <source>Comparing all images</source>
            <translation>Tüm görüntüler karşılaştırılıyor</translation>
        </message>
        <message>
            <location filename="../../core/training/duplicates.py" />
            <source>Looking closely at similar images</source>
            <translation>Benzer görüntülere yakından bakılıyor</translation>
        </message>
        <message>
            <location filename="../../core/training/finding_sentences.py" />
            <source>{name} {count}</source>
            <translation>{name} {count}</translation>
        </message>
        <message>
            <location filename="../../core/training/finding_sentences.py" />
            <source>{number} x “{reason}”</source>
            <translation>{number} kez “{reason}”</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/finding_sentences.py" />
            <source>The index names {count} files that cannot be found.</source>
            <translation>
                <numerusform>Dizinde adı geçen {count} dosya bulunamıyor.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/training/finding_sentences.py" />
            <source>That is half of all or more: something is wrong with the whole folder.</source>
            <translation>Bu, tümünün yarısı veya daha fazlası: klasörün bütününde bir sorun var.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/finding_sentences.py" />
            <source>{count} files of {total} cannot be read: {reasons}.</source>
            <translation>
                <numerusform>{total} dosyanın {count} tanesi okunamıyor: {reasons}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/finding_sentences.py" />
            <source>Beside the class folders {count} images lie without a class, which nobody learns from.</source>
            <translation>
                <numerusform>Sınıf klasörlerinin yanında sınıfsız {count} görüntü var; bunlardan öğrenilmez.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/finding_sentences.py" />
            <source>The index has {count} rows without a file or a label, which nobody learns from: line {rows}.</source>
            <translation>
                <numerusform>Dizinde dosyası veya etiketi olmayan {count} satır var; bunlardan öğrenilmez: satır {rows}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/finding_sentences.py" />
            <source>The index names {count} files several times; each counts once.</source>
            <translation>
                <numerusform>Dizinde {count} dosyanın adı birden çok kez geçiyor; her biri bir kez sayılır.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/finding_sentences.py" />
            <source>{count} readable images: {listed}.</source>
            <translation>
                <numerusform>{count} okunabilir görüntü: {listed}.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/training/finding_sentences.py" />
            <source>There is one image only, and from one image nothing can be learnt.</source>
            <translation>Yalnızca bir görüntü var ve tek bir görüntüden hiçbir şey öğrenilemez.</translation>
        </message>
        <message>
            <location filename="../../core/training/finding_sentences.py" />
            <source>No image can be read.</source>
            <translation>Hiçbir görüntü okunamıyor.</translation>
        </message>
        <message>
            <location filename="../../core/training/finding_sentences.py" />
            <source>The class “{name}” holds no readable image.</source>
            <translation>“{name}” sınıfında okunabilir görüntü yok.</translation>
        </message>
        <message>
            <location filename="../../core/training/finding_sentences.py" />
            <source>All images are of one class, “{name}”: there is nothing to tell apart.</source>
            <translation>Tüm görüntüler tek bir sınıftan, “{name}”: ayırt edilecek bir şey yok.</translation>
        </message>
        <message>
            <location filename="../../core/training/finding_sentences.py" />
            <source>There are {number} classes; at most {most} can be told apart.</source>
            <translation>{number} sınıf var; en fazla {most} sınıf ayırt edilebilir.</translation>
        </message>
        <message>
            <location filename="../../core/training/finding_sentences.py" />
            <source>The class name “{name}” holds characters that no text can hold.</source>
            <translation>“{name}” sınıf adında hiçbir metinde bulunamayacak karakterler var.</translation>
        </message>
        <message>
            <location filename="../../core/training/finding_sentences.py" />
            <source>{first} and {second}</source>
            <translation>{first} ve {second}</translation>
        </message>
        <message>
            <location filename="../../core/training/finding_sentences.py" />
            <source>The class names {names} differ only in case or spaces: probably they are one class.</source>
            <translation>{names} sınıf adları yalnızca büyük-küçük harf veya boşluklarda farklı: büyük olasılıkla tek bir sınıf.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/finding_sentences.py" />
            <source>The class “{name}” has {count} independent images, those of one patient and copies counting as one: it cannot be both learnt and tested.</source>
            <translation>
                <numerusform>“{name}” sınıfında, bir hastanın görüntüleri ve kopyalar bir sayıldığında {count} bağımsız görüntü var: hem öğrenilip hem sınanamaz.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/finding_sentences.py" />
            <source>The class “{name}” has {count} independent images, those of one patient and copies counting as one: too few for {folds} folds.</source>
            <translation>
                <numerusform>“{name}” sınıfında, bir hastanın görüntüleri ve kopyalar bir sayıldığında {count} bağımsız görüntü var: {folds} kat için çok az.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/finding_sentences.py" />
            <source>The class “{name}” has {count} images only: figures about it will be vague.</source>
            <translation>
                <numerusform>“{name}” sınıfında yalnızca {count} görüntü var: bu sınıfa ilişkin değerler belirsiz olacaktır.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/training/finding_sentences.py" />
            <source>There are {times} times as many images of “{commonest}” as of “{rarest}”: accuracy says little, look at sensitivity and specificity.</source>
            <translation>“{commonest}” görüntüleri “{rarest}” görüntülerinin {times} katı: doğruluk az şey söyler, duyarlılığa ve özgüllüğe bakın.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/finding_sentences.py" />
            <source>{count} images lie in two classes, exactly the same: one of the labels must be wrong.</source>
            <translation>
                <numerusform>{count} görüntü tıpatıp aynı olarak iki sınıfta bulunuyor: etiketlerden biri yanlış olmalı.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/finding_sentences.py" />
            <source>{count} images lie in two classes as altered copies (resized, re-encoded, brightened, cropped or mirrored): one of the labels is probably wrong.</source>
            <translation>
                <numerusform>{count} görüntü değiştirilmiş kopyalar olarak (yeniden boyutlandırılmış, yeniden kodlanmış, parlaklığı değiştirilmiş, kırpılmış veya yansıtılmış) iki sınıfta bulunuyor: etiketlerden biri büyük olasılıkla yanlış.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/finding_sentences.py" />
            <source>{count} images are there several times, exactly the same ({spare} spare).</source>
            <translation>
                <numerusform>{count} görüntü tıpatıp aynı olarak birden çok kez var ({spare} fazla).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/finding_sentences.py" />
            <source>{count} images are there several times as altered copies: resized, re-encoded, brightened, cropped or mirrored ({spare} spare).</source>
            <translation>
                <numerusform>{count} görüntü değiştirilmiş kopyalar olarak birden çok kez var: yeniden boyutlandırılmış, yeniden kodlanmış, parlaklığı değiştirilmiş, kırpılmış veya yansıtılmış ({spare} fazla).</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/training/finding_sentences.py" />
            <source>Some of them are exactly the same.</source>
            <translation>Bazıları tıpatıp aynı.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/finding_sentences.py" />
            <source>{count} patients have images in several classes.</source>
            <translation>
                <numerusform>{count} hastanın birden çok sınıfta görüntüsü var.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/training/finding_sentences.py" />
            <source>The patient is unknown for every image: a patient with several images may be learnt from and tested on, which makes the figures better than they are.</source>
            <translation>Hiçbir görüntünün hastası bilinmiyor: birden çok görüntüsü olan bir hastadan hem öğrenilip hem onunla sınanabilir; bu, değerleri olduğundan iyi gösterir.</translation>
        </message>
        <message>
            <location filename="../../core/training/finding_sentences.py" />
            <source>The patient is unknown for {number} of {total} images: a patient with several images may be learnt from and tested on, which makes the figures better than they are.</source>
            <translation>{total} görüntünün {number} tanesinde hasta bilinmiyor: birden çok görüntüsü olan bir hastadan hem öğrenilip hem onunla sınanabilir; bu, değerleri olduğundan iyi gösterir.</translation>
        </message>
        <message>
            <location filename="../../core/training/finding_sentences.py" />
            <source>Each of the {number} sources has images of one class only: a network that learns to tell the sources apart looks excellent here and fails elsewhere.</source>
            <translation>{number} kaynağın her birinde yalnızca tek bir sınıfın görüntüleri var: kaynakları ayırt etmeyi öğrenen bir ağ burada mükemmel görünür, başka yerde başarısız olur.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/finding_sentences.py" />
            <source>{count} images have a side of fewer than {pixels} pixels: fine detail is lost.</source>
            <translation>
                <numerusform>{count} görüntünün bir kenarı {pixels} pikselden kısa: ince ayrıntılar kayıp.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/finding_sentences.py" />
            <source>{count} images are more than {times} times as long as wide: no usual chest radiograph is.</source>
            <translation>
                <numerusform>{count} görüntünün uzunluğu genişliğinin {times} katından fazla: olağan hiçbir akciğer grafisi böyle değildir.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/finding_sentences.py" />
            <source>{count} images show nothing: nearly all of the picture has one grey value.</source>
            <translation>
                <numerusform>{count} görüntü hiçbir şey göstermiyor: görüntünün neredeyse tamamı tek bir gri değerinde.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/finding_sentences.py" />
            <source>{count} images hold colours, which radiographs do not: screenshots, heat maps or drawings, perhaps.</source>
            <translation>
                <numerusform>{count} görüntüde renk var; grafilerde olmaz: belki ekran görüntüsü, ısı haritası veya çizimdir.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/training/finding_sentences.py" />
            <source>They are kept together in one fold, so the figures stay honest; copies still count several times.</source>
            <translation>Aynı katta birlikte tutulurlar, bu nedenle değerler dürüst kalır; kopyalar yine de birden çok kez sayılır.</translation>
        </message>
        <message>
            <location filename="../../core/training/image_findings.py" />
            <source>Export them again at their full size.</source>
            <translation>Tam boyutlarında yeniden dışa aktarın.</translation>
        </message>
        <message>
            <location filename="../../core/training/image_findings.py" />
            <source>Look at them, and cut or remove them.</source>
            <translation>Bunlara bakın; kırpın veya kaldırın.</translation>
        </message>
        <message>
            <location filename="../../core/training/image_findings.py" />
            <source>Remove them, or export them again with their window.</source>
            <translation>Kaldırın veya kendi pencere ayarlarıyla yeniden dışa aktarın.</translation>
        </message>
        <message>
            <location filename="../../core/training/image_findings.py" />
            <source>Look at them; marks and arrows give the answer away.</source>
            <translation>Bunlara bakın; işaretler ve oklar yanıtı ele verir.</translation>
        </message>
        <message>
            <location filename="../../core/training/image_findings.py" />
            <source>Decide which class is right and remove the other copy; until then the figures can never be perfect.</source>
            <translation>Hangi sınıfın doğru olduğuna karar verin ve öteki kopyayı kaldırın; o zamana kadar değerler hiçbir zaman kusursuz olamaz.</translation>
        </message>
        <message>
            <location filename="../../core/training/image_findings.py" />
            <source>Look at them, decide which class is right and remove the other copy.</source>
            <translation>Bunlara bakın, hangi sınıfın doğru olduğuna karar verin ve öteki kopyayı kaldırın.</translation>
        </message>
        <message>
            <location filename="../../core/training/image_findings.py" />
            <source>Keep one of each and remove the others.</source>
            <translation>Her birinden birini tutun, ötekileri kaldırın.</translation>
        </message>
        <message>
            <location filename="../../core/training/image_findings.py" />
            <source>Look at them and keep one of each.</source>
            <translation>Bunlara bakın ve her gruptan birini tutun.</translation>
        </message>
        <message>
            <location filename="../../core/training/image_findings.py" />
            <source>That is right where a disease came or went, else a label is wrong. They are kept together in one fold.</source>
            <translation>Hastalığın ortaya çıktığı veya geçtiği durumda bu doğrudur, yoksa bir etiket yanlıştır. Aynı katta birlikte tutulurlar.</translation>
        </message>
        <message>
            <location filename="../../core/training/image_findings.py" />
            <source>Use DICOM files, or a CSV index with a column patient_id.</source>
            <translation>DICOM dosyaları veya patient_id sütunu olan bir CSV dizini kullanın.</translation>
        </message>
        <message>
            <location filename="../../core/training/image_findings.py" />
            <source>Add images of every class from every source, and test the model on a source that it has never seen.</source>
            <translation>Her kaynaktan her sınıfın görüntülerini ekleyin ve modeli hiç görmediği bir kaynakta sınayın.</translation>
        </message>
        <message>
            <location filename="../../core/training/index_csv.py" />
            <source>no text</source>
            <translation>metin değil</translation>
        </message>
        <message>
            <location filename="../../core/training/index_csv.py" />
            <source>its first line names no column “{first}” and no column “{second}”</source>
            <translation>ilk satırında “{first}” sütunu da “{second}” sütunu da yok</translation>
        </message>
        <message>
            <location filename="../../core/training/index_csv.py" />
            <source>larger than any index of images</source>
            <translation>hiçbir görüntü dizininin olmayacağı kadar büyük</translation>
        </message>
        <message>
            <location filename="../../core/training/index_csv.py" />
            <source>its first line names no column “{name}”</source>
            <translation>ilk satırında “{name}” sütunu yok</translation>
        </message>
        <message>
            <location filename="../../core/training/index_csv.py" />
            <source>line {number}: {reason}</source>
            <translation>satır {number}: {reason}</translation>
        </message>
        <message>
            <location filename="../../core/training/left_out_sources.py" />
            <source>the images do not say which source they come from</source>
            <translation>görüntülerde hangi kaynaktan geldikleri yazmıyor</translation>
        </message>
        <message>
            <location filename="../../core/training/left_out_sources.py" />
            <source>all images come from one source</source>
            <translation>tüm görüntüler tek bir kaynaktan geliyor</translation>
        </message>
        <message>
            <location filename="../../core/training/left_out_sources.py" />
            <source>no source holds both classes, {number} independent images of each or more</source>
            <translation>hiçbir kaynakta iki sınıfın her birinden {number} veya daha fazla bağımsız görüntü yok</translation>
        </message>
        <message>
            <location filename="../../core/training/left_out_sources.py" />
            <source>without the sources that hold both classes, too few images of one class are left to learn from</source>
            <translation>iki sınıfı da içeren kaynaklar olmadan bir sınıfta öğrenmek için çok az görüntü kalıyor</translation>
        </message>
        <message>
            <location filename="../../core/training/left_out_sources.py" />
            <source>training started from random weights, whose features mean nothing before it</source>
            <translation>eğitim, öncesinde öznitelikleri hiçbir anlam taşımayan rastgele ağırlıklardan başladı</translation>
        </message>
        <message>
            <location filename="../../core/training/lung_outlines.py" />
            <source>no file in “{first}” has one of the same name in “{second}”</source>
            <translation>“{first}” içindeki hiçbir dosyanın “{second}” içinde aynı adlı bir karşılığı yok</translation>
        </message>
        <message>
            <location filename="../../core/training/lung_packaging.py" />
            <location filename="../../core/training/run_folder.py" />
            <source>the folder is not empty</source>
            <translation>klasör boş değil</translation>
        </message>
        <message>
            <location filename="../../core/training/lungs_probe.py" />
            <source>its logits do not fit its images</source>
            <translation>logit değerleri görüntüleriyle uyuşmuyor</translation>
        </message>
        <message>
            <location filename="../../core/training/lungs_probe.py" />
            <source>it names images that are not the run's</source>
            <translation>çalışmaya ait olmayan görüntülerin adlarını içeriyor</translation>
        </message>
        <message>
            <location filename="../../core/training/number_statements.py" />
            <source>sensitivity {low} to {high}</source>
            <translation>duyarlılık {low} ile {high} arası</translation>
        </message>
        <message>
            <location filename="../../core/training/number_statements.py" />
            <source>specificity {low} to {high}</source>
            <translation>özgüllük {low} ile {high} arası</translation>
        </message>
        <message>
            <location filename="../../core/training/number_statements.py" />
            <source>There are only {positive} positive independent cases; with fewer than {fewest} of either, figures are uncertain, and the intervals matter more than the figures.</source>
            <translation>Yalnızca {positive} pozitif bağımsız olgu var; ikisinden biri {fewest} sayısının altındayken değerler belirsizdir ve aralıklar değerlerden daha önemlidir.</translation>
        </message>
        <message>
            <location filename="../../core/training/number_statements.py" />
            <source>So near to 1 the interval of the area under the ROC curve is too narrow: it holds the true area about nine times in ten, not nineteen times in twenty.</source>
            <translation>1'e bu kadar yakınken ROC eğrisi altındaki alanın aralığı fazla dardır: gerçek alanı yirmide on dokuz kez değil, yaklaşık onda dokuz kez içerir.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/number_statements.py" />
            <source>Folds {folds} held out images of one class only: some of their figures are not defined.</source>
            <translation>
                <numerusform>Kat {folds} için yalnızca tek sınıfın görüntüleri ayrıldı: bazı değerleri tanımsızdır.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/training/number_statements.py" />
            <source>Not one decision was wrong. On a collection of this size that is compatible with errors up to the ends of the intervals, and it often means that the classes differ by more than the disease.</source>
            <translation>Tek bir karar bile yanlış değildi. Bu büyüklükte bir koleksiyonda bu, aralıkların uçlarına kadar varan hatalarla bağdaşır ve çoğu zaman sınıfların hastalıktan başka şeylerle de ayrıldığı anlamına gelir.</translation>
        </message>
        <message>
            <location filename="../../core/training/number_statements.py" />
            <source>There are only {negative} negative independent cases; with fewer than {fewest} of either, figures are uncertain, and the intervals matter more than the figures.</source>
            <translation>Yalnızca {negative} negatif bağımsız olgu var; ikisinden biri {fewest} sayısının altındayken değerler belirsizdir ve aralıklar değerlerden daha önemlidir.</translation>
        </message>
        <message>
            <location filename="../../core/training/number_statements.py" />
            <source>There are only {positive} positive and {negative} negative independent cases; with fewer than {fewest} of either, figures are uncertain, and the intervals matter more than the figures.</source>
            <translation>Yalnızca {positive} pozitif ve {negative} negatif bağımsız olgu var; ikisinden biri {fewest} sayısının altındayken değerler belirsizdir ve aralıklar değerlerden daha önemlidir.</translation>
        </message>
        <message>
            <location filename="../../core/training/number_statements.py" />
            <source>Wide intervals: {intervals}. A larger collection could give quite different figures.</source>
            <translation>Geniş aralıklar: {intervals}. Daha büyük bir koleksiyon çok farklı değerler verebilir.</translation>
        </message>
        <message>
            <location filename="../../core/training/reading.py" />
            <source>it is one file, and no CSV index</source>
            <translation>tek bir dosya ve CSV dizini değil</translation>
        </message>
        <message>
            <location filename="../../core/training/reading.py" />
            <source>no row names a file and a label</source>
            <translation>hiçbir satırda dosya ve etiket yok</translation>
        </message>
        <message>
            <location filename="../../core/training/reading.py" />
            <source>its images lie in no subfolder that names their class</source>
            <translation>görüntüleri, sınıflarının adını taşıyan alt klasörlerde değil</translation>
        </message>
        <message>
            <location filename="../../core/training/run_history.py" />
            <source>went on after an interruption</source>
            <translation>bir kesintiden sonra devam etti</translation>
        </message>
        <message>
            <location filename="../../core/training/run_history.py" />
            <source>out of memory: {number} images at once from then on, same batch of {batch}</source>
            <translation>bellek yetmedi: ondan sonra bir kerede {number} görüntü, yığın yine {batch}</translation>
        </message>
        <message>
            <location filename="../../core/training/run_lock.py" />
            <source>process {number} since {moment}</source>
            <translation>süreç {number}, başlangıç {moment}</translation>
        </message>
        <message>
            <location filename="../../core/training/run_predictions.py" />
            <source>nothing was trained yet</source>
            <translation>henüz hiçbir şey eğitilmedi</translation>
        </message>
        <message>
            <location filename="../../core/training/run_predictions.py" />
            <source>this fold is not finished</source>
            <translation>bu kat tamamlanmadı</translation>
        </message>
        <message>
            <location filename="../../core/training/start_overlap.py" />
            <source>The model that training starts from has learnt from at least {number} of these {total} images, so the cross-validated figures will be too good. Start from the bundled model to learn how good it is.</source>
            <translation>Eğitimin başlangıç modeli bu {total} görüntünün en az {number} tanesinden öğrenmiş; bu nedenle çapraz doğrulanmış değerler olduğundan iyi çıkacaktır. Gerçek başarısını öğrenmek için programla gelen modelden başlayın.</translation>
        </message>
        <message>
            <location filename="../../core/training/statements.py" />
            <source>No source holds more than one class: class and source are confounded. A network that recognises the source (machine, markers, age of the patients, processing) reaches these figures without seeing the disease, and no figure here can tell the difference. Test it on images of both classes from one source before believing any of them.</source>
            <translation>Hiçbir kaynakta birden çok sınıf yok: sınıf ve kaynak birbirine karışmış. Kaynağı tanıyan bir ağ (cihaz, işaretler, hastaların yaşı, işleme) hastalığı görmeden bu değerlere ulaşır ve buradaki hiçbir değer aradaki farkı gösteremez. Herhangi birine inanmadan önce, tek bir kaynaktan her iki sınıfın görüntülerinde sınayın.</translation>
        </message>
        <message>
            <location filename="../../core/training/statements.py" />
            <source>The source nearly tells the class: class and source are confounded. A network that recognises the source (machine, markers, age of the patients, processing) reaches these figures without seeing the disease, and no figure here can tell the difference. Test it on images of both classes from one source before believing any of them.</source>
            <translation>Kaynak, sınıfı neredeyse ele veriyor: sınıf ve kaynak birbirine karışmış. Kaynağı tanıyan bir ağ (cihaz, işaretler, hastaların yaşı, işleme) hastalığı görmeden bu değerlere ulaşır ve buradaki hiçbir değer aradaki farkı gösteremez. Herhangi birine inanmadan önce, tek bir kaynaktan her iki sınıfın görüntülerinde sınayın.</translation>
        </message>
        <message>
            <location filename="../../core/training/statements.py" />
            <source>The sources differ: sensitivity is {lowest} in “{worst}” and {highest} in “{best}”, more than chance explains. The pooled figure holds for neither.</source>
            <translation>Kaynaklar farklı: duyarlılık “{worst}” kaynağında {lowest}, “{best}” kaynağında {highest}; bu, şansın açıkladığından fazladır. Birleştirilmiş değer ikisi için de geçerli değildir.</translation>
        </message>
        <message>
            <location filename="../../core/training/statements.py" />
            <source>The sources differ: specificity is {lowest} in “{worst}” and {highest} in “{best}”, more than chance explains. The pooled figure holds for neither.</source>
            <translation>Kaynaklar farklı: özgüllük “{worst}” kaynağında {lowest}, “{best}” kaynağında {highest}; bu, şansın açıkladığından fazladır. Birleştirilmiş değer ikisi için de geçerli değildir.</translation>
        </message>
        <message>
            <location filename="../../core/training/statements.py" />
            <source>The sources differ: area under the ROC curve is {lowest} in “{worst}” and {highest} in “{best}”, more than chance explains. The pooled figure holds for neither.</source>
            <translation>Kaynaklar farklı: ROC eğrisi altındaki alan “{worst}” kaynağında {lowest}, “{best}” kaynağında {highest}; bu, şansın açıkladığından fazladır. Birleştirilmiş değer ikisi için de geçerli değildir.</translation>
        </message>
        <message>
            <location filename="../../core/training/statements.py" />
            <source>Research use only: not a medical device, not for diagnosis.</source>
            <translation>Yalnızca araştırma amaçlıdır: tıbbi cihaz değildir, tanı amaçlı değildir.</translation>
        </message>
        <message>
            <location filename="../../core/training/statements.py" />
            <source>Cross-validated in {folds} folds on one collection of {number} images: each figure is about images that the network had not learnt from, but of the same collection. It says nothing about another hospital, another machine or other patients.</source>
            <translation>{number} görüntülük tek bir koleksiyonda {folds} katla çapraz doğrulandı: her değer, ağın öğrenmediği, ama aynı koleksiyondan olan görüntülerle ilgilidir. Başka bir hastane, başka bir cihaz veya başka hastalar hakkında hiçbir şey söylemez.</translation>
        </message>
        <message>
            <location filename="../../core/training/statements.py" />
            <source>Only one fold was trained: the figures are about {number} of {images} images, of the same collection that the network learnt from. They say nothing about another hospital, another machine or other patients.</source>
            <translation>Yalnızca tek bir kat eğitildi: değerler, ağın öğrendiği koleksiyondaki {images} görüntüden {number} tanesiyle ilgilidir. Başka bir hastane, başka bir cihaz veya başka hastalar hakkında hiçbir şey söylemezler.</translation>
        </message>
        <message>
            <location filename="../../core/training/statements.py" />
            <source>It is not known whom any image shows: images of one patient may have been learnt from and tested on, which makes figures too good. Copies of one picture were kept together.</source>
            <translation>Hiçbir görüntünün kimi gösterdiği bilinmiyor: bir hastanın görüntülerinden hem öğrenilmiş hem de model bunlarla sınanmış olabilir, bu da değerleri olduğundan iyi gösterir. Aynı görüntünün kopyaları bir arada tutuldu.</translation>
        </message>
        <message>
            <location filename="../../core/training/statements.py" />
            <source>The temperature was fitted on the out-of-fold predictions that the calibration after it is judged by, so that one is slightly too good.</source>
            <translation>Sıcaklık, sonrasındaki kalibrasyonun da değerlendirildiği kat dışı tahminlere göre ayarlandı; bu nedenle o kalibrasyon olduğundan biraz iyi görünür.</translation>
        </message>
        <message>
            <location filename="../../core/training/statements.py" />
            <source>The saved model was trained anew on all images afterwards. The figures are those of the networks of the folds, which learnt from fewer images by the same recipe; the saved model itself was tested on nothing.</source>
            <translation>Kaydedilen model sonradan tüm görüntülerde yeniden eğitildi. Değerler, aynı tarifle daha az görüntüden öğrenen katların ağlarına aittir; kaydedilen modelin kendisi hiçbir görüntüde sınanmadı.</translation>
        </message>
        <message>
            <location filename="../../core/training/statements.py" />
            <source>Training started from weights that had learnt from images before. Where images or patients of this collection were among those, the figures are too good.</source>
            <translation>Eğitim, daha önce görüntülerden öğrenmiş ağırlıklarla başladı. Bu koleksiyonun görüntüleri veya hastaları bunların arasındaysa değerler olduğundan iyidir.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../core/training/statements.py" />
            <source>{count} groups of copies, or of one patient's images, lie in more than one class: for copies at least one label is wrong.</source>
            <translation>
                <numerusform>Kopyalardan veya tek bir hastanın görüntülerinden oluşan {count} grup birden çok sınıfta yer alıyor: kopyalarda en az bir etiket yanlıştır.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../core/training/statements.py" />
            <source>It is not known whom {unknown} of {images} images shows: images of one patient may have been learnt from and tested on, which makes figures too good. Copies of one picture were kept together.</source>
            <translation>{images} görüntüden {unknown} tanesinin kimi gösterdiği bilinmiyor: bir hastanın görüntülerinden hem öğrenilmiş hem de model bunlarla sınanmış olabilir, bu da değerleri olduğundan iyi gösterir. Aynı görüntünün kopyaları bir arada tutuldu.</translation>
        </message>
        <message>
            <location filename="../../core/training/statements.py" />
            <source>Where the images come from is not known. If the classes come from different hospitals or machines, the network may tell those apart instead of the disease.</source>
            <translation>Görüntülerin nereden geldiği bilinmiyor. Sınıflar farklı hastanelerden veya cihazlardan geliyorsa ağ, hastalık yerine bunları birbirinden ayırıyor olabilir.</translation>
        </message>
        <message>
            <location filename="../../core/training/statements.py" />
            <source>Predictive values and probabilities hold where {share} of the images are {positive_class}, as in this collection. Where it is rarer, more of the positive decisions are false alarms.</source>
            <translation>Prediktif değerler ve olasılıklar, bu koleksiyonda olduğu gibi görüntülerin {share} kadarının {positive_class} olduğu yerlerde geçerlidir. Daha seyrek olduğu yerlerde pozitif kararların daha çoğu yanlış alarmdır.</translation>
        </message>
        <message>
            <location filename="../../core/training/statements.py" />
            <source>The {images} images form {groups} independent groups (same patient or copies). No group was divided between folds, and the intervals count groups, not images.</source>
            <translation>{images} görüntü {groups} bağımsız grup oluşturuyor (aynı hasta veya kopyalar). Hiçbir grup katlar arasında bölünmedi ve aralıklar görüntüleri değil, grupları sayar.</translation>
        </message>
        <message>
            <location filename="../../core/training/statements.py" />
            <source>But for the confusion matrix, every figure is about {positive_class} against all other classes.</source>
            <translation>Karışıklık matrisi dışında her değer, diğer tüm sınıflara karşı {positive_class} ile ilgilidir.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Concerns an evaluation on other data, which this run is not; answer it when there is one.</source>
            <translation>Başka verilerdeki bir değerlendirmeyle ilgilidir, bu çalışma öyle değildir; bir değerlendirme yapıldığında yanıtlayın.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Development or evaluation, population, outcome</source>
            <translation>Geliştirme veya değerlendirme, popülasyon, sonlanım</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>By TRIPOD+AI's list for abstracts</source>
            <translation>TRIPOD+AI özet listesine göre</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Background</source>
            <translation>Arka plan</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Medical context, reasons, existing models</source>
            <translation>Tıbbi bağlam, gerekçeler, mevcut modeller</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Why this model, and what there is already.</source>
            <translation>Neden bu model ve hâlihazırda neler var.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Population, purpose and users</source>
            <translation>Popülasyon, amaç ve kullanıcılar</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>For whom, by whom, at which point of care.</source>
            <translation>Kimin için, kim tarafından, bakımın hangi aşamasında.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Known inequalities between groups of people</source>
            <translation>İnsan grupları arasında bilinen eşitsizlikler</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>What is known for this disease and region.</source>
            <translation>Bu hastalık ve bölge için bilinenler.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Objectives</source>
            <translation>Amaçlar</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Aims; development, evaluation or both</source>
            <translation>Amaçlar; geliştirme, değerlendirme veya ikisi</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>What was to be found out.</source>
            <translation>Neyin öğrenilmek istendiği.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Sources, reasons for them, whom they represent</source>
            <translation>Kaynaklar, gerekçeleri, kimleri temsil ettikleri</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Why these data; whom they represent.</source>
            <translation>Neden bu veriler; kimleri temsil ettikleri.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>Dates</source>
            <translation>Tarihler</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>From when to when the images were taken.</source>
            <translation>Görüntülerin hangi tarihler arasında çekildiği.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Participants</source>
            <translation>Katılımcılar</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Setting and centres</source>
            <translation>Ortam ve merkezler</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Setting; number and places of the centres.</source>
            <translation>Ortam; merkezlerin sayısı ve yerleri.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Who could take part</source>
            <translation>Kimlerin katılabildiği</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Criteria by which patients were chosen.</source>
            <translation>Hastaların seçildiği ölçütler.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Treatments</source>
            <translation>Tedaviler</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Treatment before the image, where it can show.</source>
            <translation>Görüntüde belli olabiliyorsa, görüntüden önceki tedavi.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Data preparation</source>
            <translation>Verilerin hazırlanması</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Preparation and checks of the data</source>
            <translation>Verilerin hazırlanması ve denetlenmesi</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Whether alike in all groups.</source>
            <translation>Tüm gruplarda aynı olup olmadığı.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Outcome</source>
            <translation>Sonlanım</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>What is predicted, how and when determined</source>
            <translation>Neyin tahmin edildiği, nasıl ve ne zaman belirlendiği</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Definition, time, the same for everyone?</source>
            <translation>Tanım, zaman, herkes için aynı mı?</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Who judged it, where it takes judgement</source>
            <translation>Yargı gerekiyorsa kimin karar verdiği</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Readers' training and background.</source>
            <translation>Okuyanların eğitimi ve deneyimi.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Blinding of those who judged it</source>
            <translation>Karar verenlerin körlenmesi</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>What the readers knew of the patient.</source>
            <translation>Okuyanların hasta hakkında ne bildiği.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Predictors</source>
            <translation>Belirteçler</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>How predictors were chosen</source>
            <translation>Belirteçlerin nasıl seçildiği</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>What they are, how and when measured</source>
            <translation>Neler oldukları, nasıl ve ne zaman ölçüldükleri</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>How the images were acquired.</source>
            <translation>Görüntülerin nasıl elde edildiği.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Who judged them, where it takes judgement</source>
            <translation>Yargı gerekiyorsa bunlara kimin karar verdiği</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Sample size</source>
            <translation>Örneklem büyüklüğü</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>How it was arrived at, whether it suffices</source>
            <translation>Nasıl belirlendiği, yeterli olup olmadığı</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Missing data</source>
            <translation>Eksik veriler</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>How they were handled</source>
            <translation>Nasıl ele alındıkları</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Analysis</source>
            <translation>Analiz</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>How the data were used and divided</source>
            <translation>Verilerin nasıl kullanıldığı ve bölündüğü</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>How predictors were transformed</source>
            <translation>Belirteçlerin nasıl dönüştürüldüğü</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Kind of model, building, tuning, validation</source>
            <translation>Modelin türü, kurulması, ayarlanması, doğrulanması</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Differences between hospitals or clusters</source>
            <translation>Hastaneler veya kümeler arasındaki farklar</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Measures and plots of performance</source>
            <translation>Performans ölçütleri ve grafikleri</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Updating after evaluation</source>
            <translation>Değerlendirmeden sonra güncelleme</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>How predictions were calculated</source>
            <translation>Tahminlerin nasıl hesaplandığı</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Class imbalance</source>
            <translation>Sınıf dengesizliği</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Methods against it, and recalibration</source>
            <translation>Buna karşı yöntemler ve yeniden kalibrasyon</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Fairness</source>
            <translation>Adillik</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>What was done for it, and why</source>
            <translation>Bunun için ne yapıldığı ve nedeni</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Figures by sex, age and origin, where they may be kept.</source>
            <translation>Tutulabildiği yerde cinsiyet, yaş ve kökene göre değerler.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Model output</source>
            <translation>Model çıktısı</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>What the model gives, and its threshold</source>
            <translation>Modelin verdiği ve eşiği</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Why this threshold in your setting.</source>
            <translation>Sizin ortamınızda neden bu eşik.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Training versus evaluation</source>
            <translation>Eğitim ile değerlendirme</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Differences between the two</source>
            <translation>İkisi arasındaki farklar</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Ethics</source>
            <translation>Etik</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Approval and consent</source>
            <translation>Onay ve onam</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Committee, number, consent or waiver.</source>
            <translation>Kurul, numara, onam veya onamdan muafiyet.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Open science</source>
            <translation>Açık bilim</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Funding</source>
            <translation>Finansman</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Conflicts of interest</source>
            <translation>Çıkar çatışmaları</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Of every author.</source>
            <translation>Her yazarınki.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Protocol</source>
            <translation>Protokol</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Where it can be read, or that there was none.</source>
            <translation>Nerede okunabileceği veya olmadığı.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Registration</source>
            <translation>Kayıt</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Register and number, or that it was not registered.</source>
            <translation>Kayıt sistemi ve numarası veya kaydedilmediği.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Availability of the data</source>
            <translation>Verilerin erişilebilirliği</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Where the data can be had, or why not.</source>
            <translation>Verilerin nereden alınabileceği veya neden alınamayacağı.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Availability of the code</source>
            <translation>Kodun erişilebilirliği</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Patients and public</source>
            <translation>Hastalar ve toplum</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>How they were involved</source>
            <translation>Nasıl dahil edildikleri</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>How, or that they were not.</source>
            <translation>Nasıl dahil edildikleri veya edilmedikleri.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Flow of participants, with and without the outcome</source>
            <translation>Sonlanımı olan ve olmayan katılımcıların akışı</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Flow of patients.</source>
            <translation>Hastaların akışı.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Characteristics, by source</source>
            <translation>Kaynağa göre özellikler</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Age, sex, severity, dates, by source.</source>
            <translation>Kaynağa göre yaş, cinsiyet, şiddet, tarihler.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Comparison with the development data</source>
            <translation>Geliştirme verileriyle karşılaştırma</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Model development</source>
            <translation>Model geliştirme</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Participants and outcomes in each analysis</source>
            <translation>Her analizdeki katılımcılar ve sonlanımlar</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Model specification</source>
            <translation>Model belirtimi</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>The full model, so that others can use it</source>
            <translation>Başkalarının kullanabileceği biçimde modelin tamamı</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Terms of access and use.</source>
            <translation>Erişim ve kullanım koşulları.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Performance</source>
            <translation>Performans</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Figures with intervals, for subgroups too</source>
            <translation>Alt gruplar için de, aralıklarıyla değerler</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Figures by sex, age and origin.</source>
            <translation>Cinsiyet, yaş ve kökene göre değerler.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Differences between clusters</source>
            <translation>Kümeler arasındaki farklar</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Model updating</source>
            <translation>Model güncelleme</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Results of updating</source>
            <translation>Güncellemenin sonuçları</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Interpretation, fairness included</source>
            <translation>Adillik dahil yorum</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>What the results mean beside earlier studies.</source>
            <translation>Sonuçların önceki çalışmalar yanında ne anlama geldiği.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Limitations and their effect</source>
            <translation>Sınırlılıklar ve etkileri</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Limitations that only those who know the data see.</source>
            <translation>Yalnızca verileri tanıyanların gördüğü sınırlılıklar.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Usability</source>
            <translation>Kullanılabilirlik</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Poor or missing input</source>
            <translation>Kötü veya eksik girdi</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>How it is handled where the model is used.</source>
            <translation>Modelin kullanıldığı yerde bunun nasıl ele alındığı.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>What users do, and what they must know</source>
            <translation>Kullanıcıların ne yaptığı ve ne bilmesi gerektiği</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Training of the users in your setting.</source>
            <translation>Sizin ortamınızda kullanıcıların eğitimi.</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Next steps</source>
            <translation>Sonraki adımlar</translation>
        </message>
        <message>
            <location filename="../../core/training/tripod_items.py" />
            <source>Which evaluation comes next, on whose patients.</source>
            <translation>Sırada hangi değerlendirmenin, kimin hastalarında olduğu.</translation>
        </message>
        <message>
            <location filename="../../core/training/validate.py" />
            <source>a model's name has 1 to 64 letters, digits, “-” or “_”</source>
            <translation>bir model adı 1 ile 64 arası harf, rakam, “-” veya “_” içerir</translation>
        </message>
        <message>
            <location filename="../../core/training/validate.py" />
            <source>the learning rate is not above 0</source>
            <translation>öğrenme hızı 0'dan büyük değil</translation>
        </message>
        <message>
            <location filename="../../core/training/validate.py" />
            <source>the weight decay is below 0</source>
            <translation>ağırlık azaltma 0'ın altında</translation>
        </message>
        <message>
            <location filename="../../core/training/validate.py" />
            <source>the seed is below 0</source>
            <translation>tohum değeri 0'ın altında</translation>
        </message>
        <message>
            <location filename="../../core/training/validate.py" />
            <source>no weights file was chosen</source>
            <translation>ağırlık dosyası seçilmedi</translation>
        </message>
        <message>
            <location filename="../../core/training/validate.py" />
            <source>random weights have learnt nothing yet, so the depth must be “full”</source>
            <translation>rastgele ağırlıklar henüz hiçbir şey öğrenmemiştir; bu nedenle derinlik “tam” olmalıdır</translation>
        </message>
        <message>
            <location filename="../../core/training/validate.py" />
            <source>the recipe “pretrain” needs the depth “full”</source>
            <translation>“ön eğitim” reçetesi için derinlik “tam” olmalıdır</translation>
        </message>
        <message>
            <location filename="../../core/training/validate.py" />
            <source>there are images of one class only, and a classifier needs two</source>
            <translation>yalnızca tek bir sınıfın görüntüleri var; bir sınıflandırıcı için iki sınıf gerekir</translation>
        </message>
        <message>
            <location filename="../../core/training/validate.py" />
            <source>the check of the images found a problem: {sentence}</source>
            <translation>görüntülerin kontrolünde bir sorun bulundu: {sentence}</translation>
        </message>
        <message>
            <location filename="../../core/training/validate.py" />
            <source>the number of folds is {number}, not 1 to {most}</source>
            <translation>kat sayısı {number}; 1 ile {most} arasında değil</translation>
        </message>
        <message>
            <location filename="../../core/training/validate.py" />
            <source>{number} epochs are not 1 to {most}</source>
            <translation>{number} epok, 1 ile {most} arasında değil</translation>
        </message>
        <message>
            <location filename="../../core/training/validate.py" />
            <source>a batch of {number} is not 2 to {most}</source>
            <translation>{number} görüntülük yığın, 2 ile {most} arasında değil</translation>
        </message>
        <message>
            <location filename="../../core/training/validate.py" />
            <source>the device is “{device}”, not one of {devices}</source>
            <translation>aygıt “{device}”; şunlardan biri değil: {devices}</translation>
        </message>
        <message>
            <location filename="../../core/training/validate.py" />
            <source>there are {number} classes, more than {most}</source>
            <translation>{number} sınıf var; {most} sınıftan fazla</translation>
        </message>
        <message>
            <location filename="../../core/training/validate.py" />
            <source>the plan's classes ({planned}) are not the folder's ({present})</source>
            <translation>plandaki sınıflar ({planned}) klasördeki sınıflar ({present}) değil</translation>
        </message>
        <message>
            <location filename="../../core/training/validate.py" />
            <source>“{name}” is none of the classes</source>
            <translation>“{name}” sınıflardan biri değil</translation>
        </message>
        <message>
            <location filename="../../core/training/validate.py" />
            <source>the amount of “{name}” is not 0 or above</source>
            <translation>“{name}” miktarı 0 veya daha büyük değil</translation>
        </message>
        <message>
            <location filename="../../core/training/validate.py" />
            <source>{folds} folds need at least {folds} independent patients or images of each class, and “{name}” has {number}</source>
            <translation>{folds} kat için her sınıftan en az {folds} bağımsız hasta veya görüntü gerekir; “{name}” sınıfında {number} var</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_flow.py" />
            <source>These images cannot be trained on.</source>
            <translation>Bu görüntülerle eğitim yapılamaz.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_flow.py" />
            <source>A training run is going on. Stop it first; it can be continued later.</source>
            <translation>Bir eğitim çalışması sürüyor. Önce onu durdurun; daha sonra sürdürülebilir.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_flow.py" />
            <source>The images are still being looked through for shortcuts. Wait, or stop that on the page “Audit”.</source>
            <translation>Görüntülerde hâlâ kestirme ipuçları aranıyor. Bekleyin veya bunu “Denetim” sayfasında durdurun.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_flow.py" />
            <source>There is no plan yet.</source>
            <translation>Henüz bir plan yok.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_flow.py" />
            <source>The images are being checked.</source>
            <translation>Görüntüler kontrol ediliyor.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_flow.py" />
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>The images have not been checked yet.</source>
            <translation>Görüntüler henüz kontrol edilmedi.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_flow.py" />
            <source>Choose a folder or an index first.</source>
            <translation>Önce bir klasör veya dizin seçin.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_flow.py" />
            <source>Check the images of this run again to see them here.</source>
            <translation>Burada görmek için bu çalışmanın görüntülerini yeniden kontrol edin.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_flow.py" />
            <source>Start the training on the page before.</source>
            <translation>Eğitimi önceki sayfada başlatın.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_flow.py" />
            <source>There is no training run yet.</source>
            <translation>Henüz bir eğitim çalışması yok.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_flow.py" />
            <source>The result is there when the training is finished.</source>
            <translation>Sonuç, eğitim tamamlandığında burada olur.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>The lungs of each image are shown in other patients' bodies, so that borders, markers and machines tell nothing: usually a little worse here, and more reliable in other hospitals. Learning takes a little longer, the quick depth about seven times as long.</source>
            <translation>Her görüntünün akciğerleri başka hastaların gövdelerinde gösterilir; böylece kenarlar, işaretler ve cihazlar hiçbir şey ele vermez: sonuç burada genellikle biraz daha kötü, başka hastanelerde daha güvenilirdir. Öğrenme biraz daha uzun sürer, hızlı derinlikte yaklaşık yedi kat.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>Images of the positive class in whose lungs the lung network sees no opacity are not learnt from: they would teach that something else than the lungs tells the class. They are still tested on.</source>
            <translation>Pozitif sınıfın, akciğer ağının akciğerlerinde opasite görmediği görüntülerinden öğrenilmez: bunlar, sınıfı akciğerlerden başka bir şeyin belirlediğini öğretirdi. Sınama yine onlarla da yapılır.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>Reflection</source>
            <translation>Yansıtma</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>probability of left and right exchanged</source>
            <translation>sol ile sağın yer değiştirme olasılığı</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>Scaling</source>
            <translation>Ölçekleme</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>share larger or smaller</source>
            <translation>büyüme veya küçülme payı</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>Rotation</source>
            <translation>Döndürme</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>degrees either way</source>
            <translation>iki yöne de derece</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>Cutting: crop</source>
            <translation>Kesme: kırpma</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>largest share of a side cut away</source>
            <translation>bir kenardan kesilen en büyük pay</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>Cutting: erasing</source>
            <translation>Kesme: silme</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>largest share of the area blanked</source>
            <translation>alanın boşaltılan en büyük payı</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>Noise</source>
            <translation>Gürültü</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>standard deviation, 1 is the whole grey range</source>
            <translation>standart sapma, 1 tüm gri aralığıdır</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>share of the grey range</source>
            <translation>gri aralığının payı</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>share, around the mean grey</source>
            <translation>ortalama gri çevresinde pay</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>Gamma</source>
            <translation>Gama</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>0.6 means exponents from 1 / 1.6 to 1.6</source>
            <translation>0,6; 1 / 1,6 ile 1,6 arası üsler demektir</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>Shift</source>
            <translation>Kaydırma</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>share of a side</source>
            <translation>bir kenarın payı</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>Aspect</source>
            <translation>En-boy oranı</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>share, width against height</source>
            <translation>pay, yüksekliğe karşı genişlik</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>Blur</source>
            <translation>Bulanıklık</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>standard deviation, pixels</source>
            <translation>standart sapma, piksel</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>Give the model a name.</source>
            <translation>Modele bir ad verin.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>Only letters without accents, digits, - and _; at most 60 of them.</source>
            <translation>Yalnızca İngiliz alfabesinin harfleri, rakamlar, - ve _; en fazla 60 karakter.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>There is a training run of this name already.</source>
            <translation>Bu adda bir eğitim çalışması zaten var.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>Allow the download of the ImageNet weights, or choose other start weights.</source>
            <translation>ImageNet ağırlıklarının indirilmesine izin verin veya başka başlangıç ağırlıkları seçin.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>Random weights know nothing yet: choose the depth “full”, or other start weights.</source>
            <translation>Rastgele ağırlıklar henüz hiçbir şey bilmez: “tam” derinliği veya başka başlangıç ağırlıkları seçin.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>Choose the weights file (safetensors).</source>
            <translation>Ağırlık dosyasını (safetensors) seçin.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>This version of the model is not there any more.</source>
            <translation>Modelin bu sürümü artık yok.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>A number from 0 to 1; 0 is plain Adam, as in the paper.</source>
            <translation>0 ile 1 arası bir sayı; 0, makaledeki gibi yalın Adam demektir.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>Only the last layer learns. The quickest; good where the start weights already know such images.</source>
            <translation>Yalnızca son katman öğrenir. En hızlısı; başlangıç ağırlıkları böyle görüntüleri zaten tanıyorsa iyidir.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>The last stage of the network learns. Between the two.</source>
            <translation>Ağın son aşaması öğrenir. İkisinin arasındadır.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>Everything learns, as in the paper. The slowest, and the one that can become best.</source>
            <translation>Makaledeki gibi her şey öğrenir. En yavaşı ve en iyi olabilecek olanı.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>A whole number from {least} to {most}.</source>
            <translation>{least} ile {most} arası bir tam sayı.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>A number above 0, at most 1; the paper's is {rate}.</source>
            <translation>0'dan büyük, en fazla 1 olan bir sayı; makaledeki {rate}.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>Choose one of the classes.</source>
            <translation>Sınıflardan birini seçin.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>2 to {most} folds, or 1 for a quick look at one of five.</source>
            <translation>2 ile {most} arası kat veya beşinden birine hızlı bir bakış için 1.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_plan.py" />
            <source>The smallest class has only {groups} independent groups; choose 2 to {groups} folds.</source>
            <translation>En küçük sınıfta yalnızca {groups} bağımsız grup var; 2 ile {groups} arası kat seçin.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_progress.py" />
            <source>Final model</source>
            <translation>Nihai model</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_progress.py" />
            <source>Continued: {images} images, {folds}, on {device} ({precision}).</source>
            <translation>Sürdürüldü: {images} görüntü, {folds}, aygıt: {device} ({precision}).</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_progress.py" />
            <source>Started: {images} images, {folds}, on {device} ({precision}).</source>
            <translation>Başladı: {images} görüntü, {folds}, aygıt: {device} ({precision}).</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_progress.py" />
            <source>Paused.</source>
            <translation>Duraklatıldı.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_progress.py" />
            <source>Getting ready.</source>
            <translation>Hazırlanıyor.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_progress.py" />
            <source>Training the final model on all images.</source>
            <translation>Nihai model tüm görüntülerle eğitiliyor.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_progress.py" />
            <source>The final model is trained.</source>
            <translation>Nihai model eğitildi.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_progress.py" />
            <source>Going on.</source>
            <translation>Devam ediyor.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_progress.py" />
            <source>{fold}, epoch {number} of {total}: {figures} ({duration}).</source>
            <translation>{fold}, epok {number} / {total}: {figures} ({duration}).</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_progress.py" />
            <source>Fold {number} of {total}.</source>
            <translation>Kat {number} / {total}.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_progress.py" />
            <source>Fold {number}</source>
            <translation>Kat {number}</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_progress.py" />
            <source>{number} s</source>
            <comment>seconds</comment>
            <translation>{number} sn</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_progress.py" />
            <source>{number} min</source>
            <comment>minutes</comment>
            <translation>{number} dk</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_progress.py" />
            <source>loss {figure}</source>
            <translation>kayıp {figure}</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_progress.py" />
            <source>Training the final model on all {number} images.</source>
            <translation>Nihai model {number} görüntünün tümüyle eğitiliyor.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_progress.py" />
            <source>{fold}: learning from {training} images, holding out {held_out}.</source>
            <translation>{fold}: {training} görüntüden öğreniliyor, {held_out} görüntü ayrılıyor.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_progress.py" />
            <source>{fold} is finished.</source>
            <translation>{fold} tamamlandı.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_progress.py" />
            <source>The memory was not enough: {number} images at a time are added up to the same batch of {batch}.</source>
            <translation>Bellek yetmedi: bir kerede {number} görüntü işlenip aynı {batch} görüntülük yığında toplanıyor.</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_progress.py" />
            <source>validation loss {figure}</source>
            <translation>doğrulama kaybı {figure}</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_progress.py" />
            <source>AUC {figure}</source>
            <translation>AUC {figure}</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_progress.py" />
            <source>accuracy {figure}</source>
            <translation>doğruluk {figure}</translation>
        </message>
        <message>
            <location filename="../../core/training/wizard_progress.py" />
            <source>Reading the images: {done} of {total}.</source>
            <translation>Görüntüler okunuyor: {done} / {total}.</translation>
        </message>
        <message>
            <location filename="../../core/training_pack.py" />
            <source>its list of files is not one</source>
            <translation>dosya listesi bir liste değil</translation>
        </message>
        <message>
            <location filename="../../core/training_pack.py" />
            <source>it is something else</source>
            <translation>başka bir şey</translation>
        </message>
        <message>
            <location filename="../../core/training_pack.py" />
            <source>it was made for another version of Hilum</source>
            <translation>Hilum'un başka bir sürümü için yapılmış</translation>
        </message>
        <message>
            <location filename="../../core/training_pack.py" />
            <source>it does not say which torch it holds</source>
            <translation>hangi torch'u içerdiğini bildirmiyor</translation>
        </message>
        <message>
            <location filename="../../core/training_pack.py" />
            <source>its list of files is too long</source>
            <translation>dosya listesi çok uzun</translation>
        </message>
        <message>
            <location filename="../../core/training_pack.py" />
            <source>it has no list of its files</source>
            <translation>dosya listesi yok</translation>
        </message>
        <message>
            <location filename="../../core/training_pack.py" />
            <source>{name} is damaged</source>
            <translation>{name} hasarlı</translation>
        </message>
        <message>
            <location filename="../../core/training_pack.py" />
            <source>it is damaged ({reason})</source>
            <translation>hasarlı ({reason})</translation>
        </message>
        <message>
            <location filename="../../core/training_pack.py" />
            <source>it was made for {key} {found}, this is {wanted}</source>
            <translation>{key} {found} için yapılmış, burada ise {wanted}</translation>
        </message>
        <message>
            <location filename="../../core/training_pack.py" />
            <source>{name} is missing</source>
            <translation>{name} eksik</translation>
        </message>
        <message>
            <location filename="../../desktop_app/about_dialog.py" />
            <source>A workstation for chest radiographs: look, measure, classify. Apache License 2.0.</source>
            <translation>Akciğer grafileri için bir iş istasyonu: bakın, ölçün, sınıflandırın. Apache Lisansı 2.0.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/about_dialog.py" />
            <source>It is not a medical device; no treatment may rest on it.</source>
            <translation>Tıbbi cihaz değildir; hiçbir tedavi kararı ona dayandırılamaz.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/about_dialog.py" />
            <source>About Hilum</source>
            <translation>Hilum hakkında</translation>
        </message>
        <message>
            <location filename="../../desktop_app/about_dialog.py" />
            <source>Licences</source>
            <translation>Lisanslar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/about_dialog.py" />
            <source>Parts of the program</source>
            <translation>Programın parçaları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/about_dialog.py" />
            <source>Licence of the chosen part</source>
            <translation>Seçilen parçanın lisansı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/about_dialog.py" />
            <source>no name of the licence is given</source>
            <translation>lisans adı belirtilmemiş</translation>
        </message>
        <message>
            <location filename="../../desktop_app/about_dialog.py" />
            <source>The part brings no text of its licence; the name above says which it is.</source>
            <translation>Bu parça lisans metnini içermiyor; lisansın hangisi olduğunu yukarıdaki ad belirtir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/about_dialog.py" />
            <source>Made with</source>
            <translation>Kullanılan yazılımlar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/answer_commands.py" />
            <source>If you look all the same, the record says so, with your name and the time.</source>
            <translation>Yine de bakarsanız bu, adınız ve zamanla birlikte kayıt defterine yazılır.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/answer_commands.py" />
            <source>Show the answer all the same</source>
            <translation>Yanıtı yine de göster</translation>
        </message>
        <message>
            <location filename="../../desktop_app/answer_commands.py" />
            <source>This scan was refused. What the model computes for it means little, and may be far off.</source>
            <translation>Bu görüntü reddedildi. Modelin bu görüntü için hesapladığı sonuç pek bir anlam taşımaz ve çok yanlış olabilir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/answer_commands.py" />
            <source>&amp;Show the answer</source>
            <translation>Yanıtı &amp;göster</translation>
        </message>
        <message>
            <location filename="../../desktop_app/answer_commands.py" />
            <source>&amp;Leave it refused</source>
            <translation>&amp;Reddedilmiş olarak bırak</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/cases_page.py" />
            <source>Try the model on scans of this site whose answer is known, at least 30 with the finding and 30 without. Put them into two folders side by side, one with the finding and one without, and choose the folder that holds both. The files stay where they are; nothing but their number and the figures is kept.</source>
            <translation>Modeli bu kurumun yanıtı bilinen görüntülerinde deneyin: bulgu olan en az 30, bulgu olmayan en az 30 görüntü. Bunları yan yana iki klasöre koyun, birine bulgu olanları, diğerine olmayanları; sonra ikisini içeren klasörü seçin. Dosyalar yerinde kalır; sayıları ve değerler dışında hiçbir şey saklanmaz.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/cases_page.py" />
            <source>Commission the model here</source>
            <translation>Modeli burada devreye al</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/cases_page.py" />
            <source>No folder chosen yet</source>
            <translation>Henüz klasör seçilmedi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/cases_page.py" />
            <source>Folder with the cases</source>
            <translation>Olguların bulunduğu klasör</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/cases_page.py" />
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <source>Choose &amp;folder…</source>
            <translation>Kl&amp;asör seç…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/cases_page.py" />
            <source>Folder of the scans with the finding</source>
            <translation>Bulgu olan görüntülerin klasörü</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/cases_page.py" />
            <source>All other scans count as without the finding</source>
            <translation>Diğer tüm görüntüler bulgu yok sayılır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/cases_page.py" />
            <source>Cases</source>
            <translation>Olgular</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/cases_page.py" />
            <source>With the f&amp;inding</source>
            <translation>&amp;Bulgu olanlar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/cases_page.py" />
            <source>Folder with one subfolder per class</source>
            <translation>Her sınıf için bir alt klasör içeren klasör</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/cases_page.py" />
            <source>Commission {model} here</source>
            <translation>Burada devreye al: {model}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/commissioning_dialog.py" />
            <source>Commission this model here</source>
            <translation>Bu modeli burada devreye al</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/commissioning_dialog.py" />
            <source>&amp;Try the model</source>
            <translation>Modeli d&amp;ene</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/commissioning_dialog.py" />
            <source>Ask the model about every case; nothing is set yet</source>
            <translation>Modele her olguyu sorar; henüz hiçbir şey ayarlanmaz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/commissioning_dialog.py" />
            <source>Bac&amp;k</source>
            <translation>&amp;Geri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/commissioning_dialog.py" />
            <source>Choose other cases</source>
            <translation>Başka olgular seçin</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/commissioning_dialog.py" />
            <source>&amp;Commission</source>
            <translation>De&amp;vreye al</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/commissioning_dialog.py" />
            <source>Let this threshold and error level hold for this very version here, and put that into the record</source>
            <translation>Bu eşik ve hata düzeyi burada tam olarak bu sürüm için geçerli olsun ve kayıt defterine yazılsın</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/commissioning_dialog.py" />
            <location filename="../../desktop_app/connection/archives_page.py" />
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <location filename="../../desktop_app/deidentification/deidentification_dialog.py" />
            <location filename="../../desktop_app/models/models_dialog.py" />
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>S&amp;top</source>
            <translation>&amp;Durdur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/commissioning_dialog.py" />
            <source>Stop; nothing is kept of it</source>
            <translation>Durdurur; hiçbir şey saklanmaz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/commissioning_dialog.py" />
            <location filename="../../desktop_app/commissioning/drift_dialog.py" />
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <location filename="../../desktop_app/connection/queue_window.py" />
            <location filename="../../desktop_app/deidentification/deidentification_dialog.py" />
            <location filename="../../desktop_app/error_messages.py" />
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>Close</source>
            <translation>Kapat</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/commissioning_dialog.py" />
            <source>Close without setting anything</source>
            <translation>Hiçbir şey ayarlamadan kapatır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/commissioning_dialog.py" />
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <location filename="../../desktop_app/deidentification/deidentification_dialog.py" />
            <location filename="../../desktop_app/models/models_dialog.py" />
            <location filename="../../desktop_app/record/record_dialog.py" />
            <location filename="../../desktop_app/window_parts.py" />
            <source>Progress</source>
            <translation>İlerleme</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/commissioning_dialog.py" />
            <source>Trying the model</source>
            <translation>Model deneniyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/commissioning_work.py" />
            <source>Counting the cases</source>
            <translation>Olgular sayılıyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/commissioning_work.py" />
            <location filename="../../desktop_app/screening/scan_work.py" />
            <source>Loading the model</source>
            <translation>Model yükleniyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/commissioning_work.py" />
            <source>Working out the figures</source>
            <translation>Değerler hesaplanıyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/commissioning_work.py" />
            <source>Recording</source>
            <translation>Kaydediliyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/commissioning_work.py" />
            <source>Reading the record</source>
            <translation>Kayıt defteri okunuyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/drift_dialog.py" />
            <source>Drift watch</source>
            <translation>Kayma izlemi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/drift_dialog.py" />
            <source>&amp;Read again</source>
            <translation>Yeniden &amp;oku</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/drift_dialog.py" />
            <source>Look at the record once more</source>
            <translation>Kayıt defterine bir kez daha bakar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/drift_dialog.py" />
            <source>&amp;Commission here…</source>
            <translation>&amp;Burada devreye al…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/drift_dialog.py" />
            <source>Try the model on scans of this site with known answers</source>
            <translation>Modeli bu kurumun yanıtı bilinen görüntülerinde dener</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/drift_dialog.py" />
            <source>Close the drift watch</source>
            <translation>Kayma izlemini kapatır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/drift_dialog.py" />
            <source>Reading the record…</source>
            <translation>Kayıt defteri okunuyor…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/drift_dialog.py" />
            <source>percent</source>
            <translation>yüzde</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/drift_dialog.py" />
            <source>then</source>
            <translation>önce</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/drift_dialog.py" />
            <source>now</source>
            <translation>şimdi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/drift_dialog.py" />
            <source>{quantity}, then and now: {change}</source>
            <translation>{quantity}, önce ve şimdi: {change}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>A threshold chosen by these figures flatters them: scans that come later do somewhat worse. The card's own threshold is {threshold}.</source>
            <translation>Bu değerlere göre seçilen bir eşik onları olduğundan iyi gösterir: sonraki görüntülerde sonuç biraz daha kötü olur. Kartın kendi eşiği: {threshold}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>with the finding</source>
            <translation>bulgu olan</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>without it</source>
            <translation>bulgu olmayan</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>Probability from which the classifier leans to the finding</source>
            <translation>Sınıflandırıcının bulgudan yana eğilim gösterdiği en küçük olasılık</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <location filename="../../desktop_app/training_wizard/threshold_panel.py" />
            <source>Threshold, probability</source>
            <translation>Eşik, olasılık</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>Error level</source>
            <translation>Hata düzeyi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>Share of scans of either class whose true answer may be excluded; a lower one leaves more undetermined</source>
            <translation>Her sınıfın görüntülerinden, doğru yanıtı dışlanabilecek olanların payı; daha küçük bir pay daha çok görüntüyü belirsiz bırakır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <location filename="../../desktop_app/training_wizard/threshold_panel.py" />
            <source>Prevalence, percent</source>
            <translation>Prevalans, yüzde</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>How many of a hundred people who are X-rayed here have the finding</source>
            <translation>Burada röntgeni çekilen yüz kişiden kaçında bulgu var</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <location filename="../../desktop_app/training_wizard/threshold_panel.py" />
            <source>T&amp;hreshold</source>
            <translation>E&amp;şik</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>Error &amp;level</source>
            <translation>&amp;Hata düzeyi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <location filename="../../desktop_app/training_wizard/threshold_panel.py" />
            <source>Pre&amp;valence</source>
            <translation>P&amp;revalans</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>&amp;Person</source>
            <translation>Kullanı&amp;cı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>Pl&amp;ace</source>
            <translation>&amp;Yer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>How the model did</source>
            <translation>Modelin başarımı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>Cases {row}, answered {answer}: {count}</source>
            <translation>{row} olgular, yanıt {answer}: {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <location filename="../../desktop_app/record/entries_table.py" />
            <source>Person</source>
            <translation>Kullanıcı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>Name or initials; may stay empty</source>
            <translation>Ad veya baş harfler; boş kalabilir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>Place or scanner</source>
            <translation>Yer veya cihaz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>Such as “emergency room, portable”; may stay empty</source>
            <translation>Örneğin “acil servis, taşınabilir cihaz”; boş kalabilir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>&amp;Balanced</source>
            <translation>Deng&amp;eli</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <location filename="../../desktop_app/training_wizard/threshold_panel.py" />
            <source>The threshold with the largest sum of sensitivity and specificity</source>
            <translation>Duyarlılık ile özgüllüğün toplamının en büyük olduğu eşik</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>As on the car&amp;d</source>
            <translation>Kar&amp;ttaki gibi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>The model's own threshold</source>
            <translation>Modelin kendi eşiği</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>Does the model keep its promise here?</source>
            <translation>Model burada sözünü tutuyor mu?</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>What shall hold here?</source>
            <translation>Burada ne geçerli olsun?</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>Who commissions?</source>
            <translation>Devreye alan kim?</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning/figures_page.py" />
            <source>Answers about the cases</source>
            <translation>Olgulara verilen yanıtlar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/commissioning_commands.py" />
            <source>{commissioned} Scans that are open keep their answers until they are classified again.</source>
            <translation>{commissioned} Açık görüntüler yeniden sınıflandırılana kadar yanıtlarını korur.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/archives_page.py" />
            <source>Archives</source>
            <translation>Arşivler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/archives_page.py" />
            <source>No archive is entered. Hilum connects to nothing before you add one here and ask for something.</source>
            <translation>Hiçbir arşiv girilmemiş. Buraya bir arşiv ekleyip bir işlem istemeden Hilum hiçbir yere bağlanmaz.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/archives_page.py" />
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <location filename="../../desktop_app/connection/queue_window.py" />
            <location filename="../../desktop_app/connection/send_dialog.py" />
            <location filename="../../desktop_app/window_actions.py" />
            <source>Archive</source>
            <translation>Arşiv</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/archives_page.py" />
            <source>Asking the archive…</source>
            <translation>Arşive soruluyor…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/archives_page.py" />
            <source>&amp;Add</source>
            <translation>&amp;Ekle</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/archives_page.py" />
            <source>Add an archive</source>
            <translation>Arşiv ekle</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/archives_page.py" />
            <location filename="../../desktop_app/connection/watched_page.py" />
            <location filename="../../desktop_app/worklist_commands.py" />
            <source>&amp;Remove</source>
            <translation>&amp;Kaldır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/archives_page.py" />
            <source>Take this archive away</source>
            <translation>Bu arşivi kaldır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/archives_page.py" />
            <source>&amp;Test</source>
            <translation>&amp;Sına</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/archives_page.py" />
            <source>Ask the archive whether it is there and what it offers; nothing is sent</source>
            <translation>Arşive erişilip erişilemediğini ve neler sunduğunu sor; hiçbir şey gönderilmez</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/archives_page.py" />
            <source>The chosen archive</source>
            <translation>Seçilen arşiv</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/archives_page.py" />
            <source>What the test found</source>
            <translation>Sınamanın sonucu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/archives_page.py" />
            <source>The fields were changed meanwhile: test once more.</source>
            <translation>Bu arada alanlar değiştirildi: yeniden sınayın.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/archives_page.py" />
            <source>(no name)</source>
            <translation>(adsız)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/archives_page.py" />
            <source>an archive</source>
            <translation>bir arşiv</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/callers_table.py" />
            <source>Senders that are let in</source>
            <translation>İzin verilen göndericiler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/callers_table.py" />
            <source>Add s&amp;ender</source>
            <translation>G&amp;önderici ekle</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/callers_table.py" />
            <source>Let another sender in</source>
            <translation>Bir göndericiye daha izin ver</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/callers_table.py" />
            <source>Re&amp;move sender</source>
            <translation>Göndericiyi &amp;kaldır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/callers_table.py" />
            <source>Let this sender in no more</source>
            <translation>Bu göndericiye artık izin verme</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/callers_table.py" />
            <source>AE title of the sender</source>
            <translation>Göndericinin AE başlığı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/callers_table.py" />
            <source>From (address or network; empty: anywhere)</source>
            <translation>Nereden (adres veya ağ; boş: her yerden)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/connection_status.py" />
            <source>Show the settings of receiving</source>
            <translation>Alım ayarlarını göster</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/connection_status.py" />
            <source>Show the sending queue</source>
            <translation>Gönderim kuyruğunu göster</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/connection/connection_status.py" />
            <source>watching {count} folders, {taken} taken in</source>
            <translation>
                <numerusform>{count} klasör izleniyor, {taken} görüntü alındı</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/connection_status.py" />
            <source>Sending: {what}</source>
            <translation>Gönderim: {what}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/connection_status.py" />
            <source>Receiving at {place}</source>
            <translation>Alım açık: {place}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/connection_status.py" />
            <source>{count} waiting</source>
            <translation>{count} bekliyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/connection_status.py" />
            <source>{count} failed</source>
            <translation>{count} başarısız</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/connection_status.py" />
            <source>{count} received</source>
            <translation>{count} alındı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/connection_status.py" />
            <source>{count} not reachable</source>
            <translation>{count} erişilemiyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/connection_status.py" />
            <location filename="../../desktop_app/connection/receiving_work.py" />
            <source>{count} refused</source>
            <translation>{count} reddedildi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/connection_work.py" />
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <source>Retrieving images</source>
            <translation>Görüntüler alınıyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/connections_dialog.py" />
            <source>Connections</source>
            <translation>Bağlantılar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/connections_dialog.py" />
            <source>Archi&amp;ves</source>
            <translation>Arşi&amp;vler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/connections_dialog.py" />
            <source>Hilum itsel&amp;f</source>
            <translation>&amp;Hilum</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/connections_dialog.py" />
            <source>Receivin&amp;g</source>
            <translation>A&amp;lım</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/connections_dialog.py" />
            <source>Watched f&amp;olders</source>
            <translation>İ&amp;zlenen klasörler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/connections_dialog.py" />
            <source>Keep these connections; they hold at once</source>
            <translation>Bu bağlantıları kaydet; hemen geçerli olurlar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/connections_dialog.py" />
            <source>Hilum itself</source>
            <translation>Hilum</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/fields.py" />
            <source>Certificates and keys (*.pem *.crt *.cer *.key);;Every file (*)</source>
            <translation>Sertifikalar ve anahtarlar (*.pem *.crt *.cer *.key);;Tüm dosyalar (*)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/fields.py" />
            <source>the file {name} is not there</source>
            <translation>{name} dosyası yok</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/fields.py" />
            <source>Choose: {name}</source>
            <translation>Seç: {name}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Over the same connection (C-GET)</source>
            <translation>Aynı bağlantı üzerinden (C-GET)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>The archive sends them to this computer (C-MOVE)</source>
            <translation>Arşiv bu bilgisayara gönderir (C-MOVE)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Name of the archive</source>
            <translation>Arşivin adı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>What you call it</source>
            <translation>Sizin verdiğiniz ad</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>AE title of the archive</source>
            <translation>Arşivin AE başlığı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Such as PACS</source>
            <translation>Örneğin PACS</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>The called AE title, as at the archive</source>
            <translation>Arşivde tanımlı olan, çağrılan AE başlığı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Host</source>
            <translation>Sunucu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>pacs.hospital.example or 192.168.1.20</source>
            <translation>pacs.hastane.example veya 192.168.1.20</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Its name or address on the network</source>
            <translation>Ağdaki adı veya adresi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Port</source>
            <translation>Port</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>How images come</source>
            <translation>Görüntülerin geliş yolu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Ask it to promise that it keeps what is sent (storage commitment)</source>
            <translation>Gönderilenleri sakladığına dair onay iste (saklama onayı)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Hilum's AE title towards this archive</source>
            <translation>Hilum'un bu arşive karşı AE başlığı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>As above</source>
            <translation>“Hilum” sekmesindeki gibi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Where this archive knows Hilum by a title of its own</source>
            <translation>Bu arşiv Hilum'u ayrı bir başlıkla tanıyorsa</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <location filename="../../desktop_app/connection/watched_page.py" />
            <source> seconds</source>
            <translation> saniye</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>How long to wait for an answer</source>
            <translation>Yanıt bekleme süresi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Encr&amp;ypted (TLS)</source>
            <translation>Şifreli (&amp;TLS)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Trusted authorities</source>
            <translation>Güvenilen sertifika makamları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Those of this computer</source>
            <translation>Bu bilgisayarınkiler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Certificates (PEM) that are trusted</source>
            <translation>Güvenilen sertifikalar (PEM)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <location filename="../../desktop_app/connection/own_page.py" />
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Hilum's certificate</source>
            <translation>Hilum'un sertifikası</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>None</source>
            <comment>no file is chosen</comment>
            <translation>Yok</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Where the archive wants to see one (PEM)</source>
            <translation>Arşiv sertifika istiyorsa (PEM)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Hilum's key</source>
            <translation>Hilum'un anahtarı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <location filename="../../desktop_app/connection/own_page.py" />
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>In the certificate's file</source>
            <translation>Sertifika dosyasının içinde</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <location filename="../../desktop_app/connection/own_page.py" />
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Private key (PEM) without a password</source>
            <translation>Parolasız özel anahtar (PEM)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Its certificate must be for this host</source>
            <translation>Sertifikası bu sunucuya ait olmalı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>DICOMweb address</source>
            <translation>DICOMweb adresi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>User name</source>
            <translation>Kullanıcı adı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Where the web service asks for one</source>
            <translation>Web hizmeti istiyorsa</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Password</source>
            <translation>Parola</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Which way is used</source>
            <translation>Kullanılacak yol</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>&amp;Name</source>
            <translation>&amp;Ad</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>A&amp;E title</source>
            <translation>AE ba&amp;şlığı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>&amp;Host</source>
            <translation>Sunu&amp;cu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <location filename="../../desktop_app/connection/own_page.py" />
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>&amp;Port</source>
            <translation>&amp;Port</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>&amp;Images come</source>
            <translation>&amp;Görüntülerin gelişi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Hilum is ca&amp;lled</source>
            <translation>Hilum'un başlı&amp;ğı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <location filename="../../desktop_app/connection/own_page.py" />
            <source>A&amp;ddress</source>
            <translation>Ad&amp;res</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>&amp;User name</source>
            <translation>K&amp;ullanıcı adı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Pass&amp;word</source>
            <translation>Par&amp;ola</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Reach it &amp;by</source>
            <translation>Eriş&amp;im yolu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Authoritie&amp;s</source>
            <translation>Sertifika &amp;makamları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Own &amp;certificate</source>
            <translation>Kendi serti&amp;fikası</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Own &amp;key</source>
            <translation>Kendi a&amp;nahtarı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Wait at &amp;most</source>
            <translation>En çok &amp;bekleme</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Kept in a file that only you may read</source>
            <translation>Yalnızca sizin okuyabildiğiniz bir dosyada saklanır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Encryption</source>
            <translation>Şifreleme</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>DICOMweb, where it has that</source>
            <translation>DICOMweb (varsa)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>Often {port}, 4242 or 11112</source>
            <translation>Genellikle {port}, 4242 veya 11112</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/node_form.py" />
            <source>The archive must have a port for it, often {port}</source>
            <translation>Arşivde bunun için bir port olmalıdır, genellikle {port}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/own_page.py" />
            <source>Hilum's AE title</source>
            <translation>Hilum'un AE başlığı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/own_page.py" />
            <source>By this title archives know Hilum</source>
            <translation>Arşivler Hilum'u bu başlıkla tanır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/own_page.py" />
            <source>Own address</source>
            <translation>Kendi adresi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/own_page.py" />
            <source>Every address of this computer</source>
            <translation>Bu bilgisayarın tüm adresleri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/own_page.py" />
            <source>Such as 192.168.1.20</source>
            <translation>Örneğin 192.168.1.20</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/own_page.py" />
            <source>Own port</source>
            <translation>Kendi portu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/own_page.py" />
            <source>Not encrypted</source>
            <translation>Şifresiz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/own_page.py" />
            <source>Where archives come encrypted (PEM)</source>
            <translation>Arşivler şifreli bağlanıyorsa (PEM)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/own_page.py" />
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Its key</source>
            <translation>Anahtarı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/own_page.py" />
            <source>Hilum's &amp;AE title</source>
            <translation>Hilum'un AE &amp;başlığı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/own_page.py" />
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>&amp;Certificate</source>
            <translation>&amp;Sertifika</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/own_page.py" />
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>&amp;Key</source>
            <translation>A&amp;nahtar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/own_page.py" />
            <source>Where archives send back</source>
            <translation>Arşivlerin geri gönderdiği yer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/own_page.py" />
            <source>Some archives send images and promises (storage commitment) back over a connection of their own. Hilum listens here only while it waits for one that it asked for. Tell whoever looks after the archive: AE title, this computer's address, and this port.</source>
            <translation>Bazı arşivler görüntüleri ve onayları (saklama onayı) kendi açtıkları bir bağlantıyla geri gönderir. Hilum burayı yalnızca istediği bir yanıtı beklerken dinler. Arşivden sorumlu kişiye bildirin: AE başlığı, bu bilgisayarın adresi ve bu port.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/own_page.py" />
            <source>Archives let in whom they know: have this AE title entered at each of them, with this computer.</source>
            <translation>Arşivler yalnızca tanıdıklarına izin verir: bu AE başlığının bu bilgisayarla birlikte her arşivde tanımlanmasını sağlayın.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <source>{count} images are here.</source>
            <translation>
                <numerusform>{count} görüntü geldi.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <source>There is no radiograph in what was chosen.</source>
            <translation>Seçilenler arasında radyografi yok.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <source>{count} images are here; {failed} could not be sent by the archive. Try again, or ask who looks after it.</source>
            <translation>
                <numerusform>{count} görüntü geldi; arşiv {failed} görüntüyü gönderemedi. Yeniden deneyin veya arşivden sorumlu kişiye danışın.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <source>{count} images are here, on the worklist.</source>
            <translation>
                <numerusform>{count} görüntü geldi ve iş listesine eklendi.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <source>Find studies</source>
            <translation>Tetkik bul</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <source>S&amp;how them when they are here</source>
            <translation>&amp;Geldiklerinde göster</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <source>The archive has no study that fits.</source>
            <translation>Arşivde uygun tetkik yok.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <source>Stopped.</source>
            <translation>Durduruldu.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <source>&amp;Search</source>
            <translation>A&amp;ra</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <source>Look for studies (Enter)</source>
            <translation>Tetkik ara (Enter)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <source>&amp;Retrieve</source>
            <translation>&amp;Al</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <source>Bring the selected studies or series here, onto the worklist</source>
            <translation>Seçilen tetkikleri veya serileri buraya, iş listesine al</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <source>Stop; images that came stay</source>
            <translation>Durdur; gelen görüntüler kalır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <source>Co&amp;nnections…</source>
            <translation>Ba&amp;ğlantılar…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <source>Add or change archives</source>
            <translation>Arşiv ekle veya değiştir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <location filename="../../desktop_app/deidentification/deidentification_dialog.py" />
            <source>Close this window</source>
            <translation>Bu pencereyi kapat</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <location filename="../../desktop_app/connection/send_dialog.py" />
            <source>Archi&amp;ve</source>
            <translation>Arşi&amp;v</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <source>No archive is entered yet: add one under Connections.</source>
            <translation>Henüz arşiv girilmemiş: Bağlantılar bölümünden bir arşiv ekleyin.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <source>{count} studies fit.</source>
            <translation>
                <numerusform>{count} tetkik bulundu.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <source>Searching {archive}</source>
            <translation>Aranıyor: {archive}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <source>More than {limit} studies fit. Some are listed: narrow the search to see the rest.</source>
            <translation>{limit} tetkikten fazlası uyuyor. Yalnızca bir bölümü listelendi: kalanları görmek için aramayı daraltın.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_dialog.py" />
            <source>Retrieving images: {count}</source>
            <translation>Görüntüler alınıyor: {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_form.py" />
            <source>Today</source>
            <translation>Bugün</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_form.py" />
            <source>Last 7 days</source>
            <translation>Son 7 gün</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_form.py" />
            <source>Any day</source>
            <translation>Herhangi bir gün</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_form.py" />
            <source>From … to …</source>
            <translation>Tarih aralığı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_form.py" />
            <source>* stands for any letters, ? for one</source>
            <translation>* herhangi harfler, ? tek harf yerine geçer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_form.py" />
            <source>yyyy-MM-dd</source>
            <comment>a pattern of Qt's QDateTime</comment>
            <translation>dd.MM.yyyy</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_form.py" />
            <source>Patient's name</source>
            <translation>Hastanın adı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_form.py" />
            <source>Family name, given name</source>
            <translation>Soyadı, adı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_form.py" />
            <location filename="../../desktop_app/connection/studies_tree.py" />
            <source>Patient ID</source>
            <translation>Hasta no</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_form.py" />
            <source>Exactly</source>
            <translation>Tam olarak</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_form.py" />
            <source>When the study was</source>
            <translation>Tetkikin tarihi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_form.py" />
            <source>From</source>
            <comment>a date</comment>
            <translation>Başlangıç</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_form.py" />
            <source>To</source>
            <comment>a date</comment>
            <translation>Bitiş</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_form.py" />
            <source>to</source>
            <comment>between two dates</comment>
            <translation>ile</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_form.py" />
            <source>&amp;When</source>
            <translation>&amp;Tarih</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_form.py" />
            <source>Exactly as at the archive; {wildcards}</source>
            <translation>Tam olarak arşivdeki gibi; {wildcards}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_form.py" />
            <source>Names that begin so; {wildcards}</source>
            <translation>Böyle başlayan adlar; {wildcards}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_form.py" />
            <source>&amp;Patient</source>
            <translation>&amp;Hasta</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_form.py" />
            <source>Patient &amp;ID</source>
            <translation>Hasta n&amp;o</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_form.py" />
            <source>Accessi&amp;on no.</source>
            <translation>&amp;Erişim no</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/query_form.py" />
            <source>Studies with {modality}; without a check mark at either, studies of every kind</source>
            <translation>{modality} içeren tetkikler; hiçbiri işaretli değilse her türden tetkik</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_window.py" />
            <source>What</source>
            <translation>Nesne</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_window.py" />
            <source>Attempts</source>
            <translation>Deneme</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_window.py" />
            <source>Next attempt</source>
            <translation>Sonraki deneme</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_window.py" />
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>Added</source>
            <translation>Eklenme</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_window.py" />
            <source>waits</source>
            <translation>bekliyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_window.py" />
            <source>is being sent</source>
            <translation>gönderiliyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_window.py" />
            <source>✓ sent</source>
            <translation>✓ gönderildi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_window.py" />
            <source>✓ sent and kept there</source>
            <translation>✓ gönderildi, saklandı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_window.py" />
            <source>✕ failed</source>
            <translation>✕ başarısız</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_window.py" />
            <source>✓ sent; promise awaited</source>
            <translation>✓ gönderildi; onay bekleniyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_window.py" />
            <source>Sending queue</source>
            <translation>Gönderim kuyruğu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_window.py" />
            <source>Nothing was sent yet, and nothing waits.</source>
            <translation>Henüz hiçbir şey gönderilmedi, bekleyen de yok.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_window.py" />
            <source>&amp;Try again now</source>
            <translation>Şimdi &amp;yeniden dene</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_window.py" />
            <source>Send the selected objects at once</source>
            <translation>Seçilen nesneleri hemen gönder</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_window.py" />
            <location filename="../../desktop_app/worklist/worklist_window.py" />
            <source>Re&amp;move…</source>
            <translation>Kal&amp;dır…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_window.py" />
            <source>Take the selected objects out of the queue</source>
            <translation>Seçilen nesneleri kuyruktan çıkar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_window.py" />
            <source>Close this window; sending goes on</source>
            <translation>Bu pencereyi kapat; gönderim sürer</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/connection/queue_window.py" />
            <source>{count} objects were not sent, and will not be once removed. Remove?</source>
            <translation>
                <numerusform>{count} nesne gönderilmedi ve kaldırılırsa gönderilmeyecek. Kaldırılsın mı?</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_window.py" />
            <source>What is sent</source>
            <translation>Gönderilenler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_work.py" />
            <source>Computed Radiography Image</source>
            <translation>Bilgisayarlı radyografi (CR)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_work.py" />
            <source>Digital X-Ray Image Storage - For Presentation</source>
            <translation>Dijital röntgen (DX), gösterim için</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_work.py" />
            <source>Digital X-Ray Image Storage - For Processing</source>
            <translation>Dijital röntgen (DX), işleme için</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_work.py" />
            <source>Secondary Capture Image</source>
            <translation>İkincil yakalama görüntüsü</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_work.py" />
            <source>Comprehensive SR</source>
            <translation>Yapılandırılmış rapor (SR)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_work.py" />
            <source>Grayscale Softcopy Presentation State</source>
            <translation>Sunum durumu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/queue_work.py" />
            <source>Encapsulated PDF</source>
            <translation>Kapsüllenmiş PDF</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <location filename="../../desktop_app/connection/receiving_work.py" />
            <source>this computer only</source>
            <translation>yalnızca bu bilgisayar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>every address of this computer</source>
            <translation>bu bilgisayarın tüm adresleri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>&amp;Receive scans that other programs and devices send</source>
            <translation>Başka programların ve cihazların gönderdiği &amp;görüntüleri al</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Address to listen at</source>
            <translation>Dinlenecek adres</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Port to listen at</source>
            <translation>Dinlenecek port</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Hilum's AE title as a receiver</source>
            <translation>Hilum'un alıcı olarak AE başlığı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Senders must call Hilum by this title</source>
            <translation>Göndericiler Hilum'u bu başlıkla çağırmalıdır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Largest object</source>
            <translation>En büyük nesne</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Senders at the same time</source>
            <translation>Aynı anda gönderici sayısı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Objects per minute of a sender</source>
            <translation>Gönderici başına dakikada nesne</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Data per minute of a sender</source>
            <translation>Gönderici başına dakikada veri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Room to leave on the disk</source>
            <translation>Diskte bırakılacak boş alan</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Encrypted (&amp;TLS) only</source>
            <translation>Yalnızca şifreli (&amp;TLS)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Needed for encryption</source>
            <translation>Şifreleme için gerekli</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Certificate (PEM)</source>
            <translation>Sertifika (PEM)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Authorities of senders</source>
            <translation>Göndericilerin sertifika makamları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Senders need no certificate</source>
            <translation>Göndericilerden sertifika istenmez</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Senders need a certificate of one of these (PEM)</source>
            <translation>Göndericilerin bunlardan birinin sertifikası olmalıdır (PEM)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Addre&amp;ss</source>
            <translation>A&amp;dres</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>&amp;AE title</source>
            <translation>AE &amp;başlığı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Largest o&amp;bject</source>
            <translation>En bü&amp;yük nesne</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Senders at o&amp;nce</source>
            <translation>Aynı anda gönde&amp;rici</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Objects per m&amp;inute</source>
            <translation>Dakikada n&amp;esne</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Data per min&amp;ute</source>
            <translation>D&amp;akikada veri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>&amp;Leave free</source>
            <translation>B&amp;oş kalacak alan</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Sen&amp;ders of</source>
            <translation>Gönderici &amp;makamları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Who is let in</source>
            <translation>Kimlere izin veriliyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_page.py" />
            <source>Limits of each sender</source>
            <translation>Her göndericinin sınırları</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/connection/receiving_work.py" />
            <source>Watching {count} folders: {scans}</source>
            <translation>
                <numerusform>{count} klasör izleniyor: {scans}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_work.py" />
            <source>Receiving at port {port} ({reach}): {scans}</source>
            <translation>{port} numaralı porttan alım ({reach}): {scans}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/receiving_work.py" />
            <source>{count} out of reach</source>
            <translation>{count} erişilemiyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/send_dialog.py" />
            <source>Send to an archive</source>
            <translation>Arşive gönder</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/send_dialog.py" />
            <source>Only DICOM files can be sent. Not needed where they came from this archive.</source>
            <translation>Yalnızca DICOM dosyaları gönderilebilir. Bu arşivden geldilerse gerekmez.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/send_dialog.py" />
            <location filename="../../desktop_app/results_dialog.py" />
            <source>Comment for the reports; may stay empty</source>
            <translation>Raporlar için yorum; boş kalabilir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/send_dialog.py" />
            <location filename="../../desktop_app/results_dialog.py" />
            <source>Comment for the reports</source>
            <translation>Raporlar için yorum</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/send_dialog.py" />
            <location filename="../../desktop_app/results_dialog.py" />
            <source>S&amp;end</source>
            <translation>&amp;Gönder</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/send_dialog.py" />
            <source>The scan &amp;itself</source>
            <translation>Görüntünün &amp;kendisi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/send_dialog.py" />
            <source>The scans &amp;themselves</source>
            <translation>Görüntülerin &amp;kendileri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/send_dialog.py" />
            <source>What to send</source>
            <translation>Gönderilecekler</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/connection/send_dialog.py" />
            <source>{count} scans ask first for what you see, before the answer is shown: no results of them are sent.</source>
            <translation>
                <numerusform>{count} görüntüde yanıt gösterilmeden önce ne gördüğünüz sorulur: bunların sonuçları gönderilmez.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/connection/send_dialog.py" />
            <source>The model answers anew about {count} scans whose answer is not in memory.</source>
            <translation>
                <numerusform>Yanıtı bellekte olmayan {count} görüntü için model yeniden yanıt verir.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/send_dialog.py" />
            <source>Results of this scan join its study, with the patient's name. They are put into a queue, which sends them while Hilum is open and tries again where that fails.</source>
            <translation>Bu görüntünün sonuçları, hastanın adıyla birlikte kendi tetkikine eklenir. Sonuçlar bir kuyruğa konur; kuyruk, Hilum açıkken gönderir ve gönderemezse yeniden dener.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/send_dialog.py" />
            <source>Results of these {count} scans join their studies, with the patient's name. They are put into a queue, which sends them while Hilum is open and tries again where that fails.</source>
            <translation>Bu {count} görüntünün sonuçları, hastanın adıyla birlikte kendi tetkiklerine eklenir. Sonuçlar bir kuyruğa konur; kuyruk, Hilum açıkken gönderir ve gönderemezse yeniden dener.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/send_dialog.py" />
            <source>Not possible: {reason}.</source>
            <translation>Mümkün değil: {reason}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/sending_work.py" />
            <source>no {result}, because {reason}</source>
            <translation>{result} oluşturulamadı, nedeni: {reason}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/sending_work.py" />
            <source>Making results</source>
            <translation>Sonuçlar hazırlanıyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/studies_tree.py" />
            <source>Description</source>
            <translation>Açıklama</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/studies_tree.py" />
            <source>Accession no.</source>
            <translation>Erişim no</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/studies_tree.py" />
            <source>Series</source>
            <translation>Seri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/studies_tree.py" />
            <source>Studies that were found</source>
            <translation>Bulunan tetkikler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/studies_tree.py" />
            <source>Series {number}</source>
            <translation>Seri {number}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/watched_page.py" />
            <source>Watched folders</source>
            <translation>İzlenen klasörler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/watched_page.py" />
            <source>&amp;Add folder…</source>
            <translation>Klasör &amp;ekle…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/watched_page.py" />
            <source>Watch a folder</source>
            <translation>Klasör izle</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/watched_page.py" />
            <source>Watch this folder no more</source>
            <translation>Bu klasörü artık izleme</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/watched_page.py" />
            <source>Folder for scans that were taken in</source>
            <translation>Alınan görüntülerin taşınacağı klasör</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/watched_page.py" />
            <source>They stay where they are</source>
            <translation>Oldukları yerde kalırlar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/watched_page.py" />
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>C&amp;hoose…</source>
            <translation>Se&amp;ç…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/watched_page.py" />
            <source>Choose where scans are moved</source>
            <translation>Görüntülerin taşınacağı yeri seç</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/watched_page.py" />
            <source>Seconds between two looks</source>
            <translation>İki bakış arasındaki saniye</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/watched_page.py" />
            <source>a folder is listed twice</source>
            <translation>bir klasör iki kez listelenmiş</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/watched_page.py" />
            <source>Folder to watch</source>
            <translation>İzlenecek klasör</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/watched_page.py" />
            <source>&amp;Move scans to</source>
            <translation>Görüntüleri ş&amp;uraya taşı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/watched_page.py" />
            <source>&amp;Look every</source>
            <translation>&amp;Yoklama aralığı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/watched_page.py" />
            <source>New scans in these folders, and in folders in them, are put on the worklist and classified while this window is open. A scan is taken in once nothing writes to it any more, and never twice.</source>
            <translation>Bu klasörlerdeki ve alt klasörlerindeki yeni görüntüler, bu pencere açıkken iş listesine konur ve sınıflandırılır. Bir görüntü, artık üzerine yazılmıyorsa alınır ve asla iki kez alınmaz.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/words.py" />
            <source>DICOM</source>
            <translation>DICOM</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/words.py" />
            <source>DICOMweb</source>
            <translation>DICOMweb</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/words.py" />
            <source>being tested</source>
            <translation>sınama</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/words.py" />
            <source>retrieving by sending back (C-MOVE)</source>
            <translation>geri göndererek alma (C-MOVE)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/words.py" />
            <source>It offers Hilum nothing beyond this test.</source>
            <translation>Hilum'a bu sınamanın ötesinde bir şey sunmuyor.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/words.py" />
            <source>Receiving is off: nothing can be sent to Hilum from anywhere.</source>
            <translation>Alım kapalı: hiçbir yerden Hilum'a bir şey gönderilemez.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/words.py" />
            <source>Only programs on this computer can reach it.</source>
            <translation>Yalnızca bu bilgisayardaki programlar erişebilir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/words.py" />
            <source>Other computers of the network can reach it.</source>
            <translation>Ağdaki başka bilgisayarlar da erişebilir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/words.py" />
            <source>Scans of the senders listed here are taken in, put on the worklist and classified; nobody else is let in.</source>
            <translation>Burada listelenen göndericilerin görüntüleri alınır, iş listesine konur ve sınıflandırılır; başka kimseye izin verilmez.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/words.py" />
            <source>No sender is listed yet, so nobody is let in.</source>
            <translation>Henüz gönderici listelenmemiş; bu yüzden kimseye izin verilmez.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/words.py" />
            <source>{tried}: answered in {seconds} s.</source>
            <translation>{tried}: {seconds} s içinde yanıt verdi.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/words.py" />
            <source>It does not offer storage commitment: what is sent will not be promised to be kept.</source>
            <translation>Saklama onayı sunmuyor: gönderilenlerin saklanacağına dair onay verilmez.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/words.py" />
            <source>Without encryption others in the network can read the scans and patients' names on their way.</source>
            <translation>Şifreleme olmadan ağdaki başkaları görüntüleri ve hasta adlarını yolda okuyabilir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/words.py" />
            <source>While this window is open, Hilum listens at {address}, port {port}, as {title}.</source>
            <translation>Bu pencere açıkken Hilum {address} adresini, {port} numaralı portu {title} adıyla dinler.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/words.py" />
            <source>DICOMweb, a search at {address}</source>
            <translation>DICOMweb, {address} adresinde arama</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/words.py" />
            <source>DICOM, from {calling} to {called} at {host}:{port}</source>
            <translation>DICOM, {calling} → {called} ({host}:{port})</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/words.py" />
            <source>It offers Hilum: {services}.</source>
            <translation>Hilum'a sundukları: {services}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/words.py" />
            <source>Images cannot be retrieved in the way that is chosen above: choose the other way.</source>
            <translation>Görüntüler yukarıda seçilen yolla alınamaz: öteki yolu seçin.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/words.py" />
            <source>Images cannot be retrieved in the way that is chosen above: ask whoever looks after the archive.</source>
            <translation>Görüntüler yukarıda seçilen yolla alınamaz: arşivden sorumlu kişiye danışın.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection/words.py" />
            <source>{title} at {host}:{port}</source>
            <translation>{title} ({host}:{port})</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/connection_commands.py" />
            <source>{count} objects wait to be sent to {archive}.</source>
            <translation>
                <numerusform>{count} nesne gönderilmeyi bekliyor: {archive}.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection_commands.py" />
            <source>Scans are sent that are files: open one, or choose on the worklist.</source>
            <translation>Yalnızca dosyası olan görüntüler gönderilir: bir dosya açın veya iş listesinden seçin.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection_commands.py" />
            <source>No archive is entered yet: add one under Archive &gt; Connections.</source>
            <translation>Henüz arşiv girilmemiş: Arşiv &gt; Bağlantılar menüsünden bir arşiv ekleyin.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection_commands.py" />
            <source>you are asked first what you see, before the answer is shown</source>
            <translation>yanıt gösterilmeden önce ne gördüğünüz sorulur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection_commands.py" />
            <source>Nothing is sent to {archive}.</source>
            <translation>Hiçbir şey gönderilmiyor: {archive}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection_commands.py" />
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>{what}: {done} of {total}</source>
            <translation>{what}: {done}/{total}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection_commands.py" />
            <source>{count} had arrived there before.</source>
            <translation>{count} nesne oraya daha önce ulaşmıştı.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/connection_commands.py" />
            <source>Results of {count} were left out: your impression is asked for first.</source>
            <translation>{count} görüntünün sonuçları dışarıda bırakıldı: önce ilk izleniminiz sorulur.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/deidentification_dialog.py" />
            <source>De-identified copies</source>
            <translation>Kimliksizleştirilmiş kopyalar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/deidentification_dialog.py" />
            <source>What is copied, and what may stay</source>
            <translation>Neyin kopyalanacağı ve neyin kalabileceği</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/deidentification_dialog.py" />
            <source>Stopped. Copies that were finished are in the folder, with the table about them.</source>
            <translation>Durduruldu. Tamamlanan kopyalar, tablolarıyla birlikte klasördedir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/deidentification_dialog.py" />
            <source>&amp;Make copies</source>
            <translation>K&amp;opyala</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/deidentification_dialog.py" />
            <source>Write copies without identity into the folder</source>
            <translation>Kimlik içermeyen kopyaları klasöre yaz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/deidentification_dialog.py" />
            <location filename="../../desktop_app/training_wizard/window.py" />
            <source>&amp;Back</source>
            <translation>&amp;Geri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/deidentification_dialog.py" />
            <source>Make further copies</source>
            <translation>Başka kopyalar oluştur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/deidentification_dialog.py" />
            <source>Stop; copies that are finished stay</source>
            <translation>Durdur; tamamlanan kopyalar kalır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/deidentification_dialog.py" />
            <source>Copying</source>
            <translation>Kopyalanıyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>Text in the picture itself, such as a name burned in at a border, is not found by Hilum. Look at every picture, and cover such text with the mask tool of the viewer (K).</source>
            <translation>Görüntünün kendi içindeki yazıları, örneğin kenara işlenmiş bir adı, Hilum bulmaz. Her görüntüye bakın ve böyle yazıları görüntüleyicinin maske aracıyla (K) kapatın.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>Remove</source>
            <translation>Kaldır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>Move all dates of a patient by the same days</source>
            <translation>Bir hastanın tüm tarihlerini aynı gün sayısı kadar kaydır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>Keep</source>
            <translation>Koru</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>Replace, the same in a whole study</source>
            <translation>Değiştir, bütün tetkikte aynı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>Keep: the archive finds the original</source>
            <translation>Koru: arşiv aslını bulur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>Scans to copy</source>
            <translation>Kopyalanacak görüntüler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>Which scans are copied</source>
            <translation>Hangi görüntülerin kopyalanacağı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>Copy every scan in a folder</source>
            <translation>Bir klasördeki tüm görüntüleri kopyala</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>Folder for the copies</source>
            <translation>Kopyaların klasörü</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>An empty folder, away from the originals</source>
            <translation>Asıllardan ayrı, boş bir klasör</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>Choose where the copies go</source>
            <translation>Kopyaların konacağı yeri seç</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>The date of birth is always removed</source>
            <translation>Doğum tarihi her zaman kaldırılır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>Identifiers</source>
            <translation>Tanımlayıcılar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>Unique identifiers of study, series and image</source>
            <translation>Tetkik, seri ve görüntünün benzersiz tanımlayıcıları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>&amp;Keep age (up to 90 years), sex, size and weight</source>
            <translation>&amp;Yaş (90'a kadar), cinsiyet, boy ve ağırlık korunsun</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>Same &amp;names and identifiers as in earlier copies made here</source>
            <translation>A&amp;dlar ve tanımlayıcılar burada daha önce yapılan kopyalarla aynı olsun</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>A secret key in your settings makes a patient's copies fit together over time</source>
            <translation>Ayarlarınızdaki gizli bir anahtar, bir hastanın kopyalarının zaman içinde birbiriyle eşleşmesini sağlar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>&amp;Write a list of who is who…</source>
            <translation>Kimin kim olduğunu gösteren listeyi ya&amp;z…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>A table of originals and copies; it undoes the de-identification: keep it safe</source>
            <translation>Asılların ve kopyaların tablosu; kimliksizleştirmeyi geri çevirir: güvenli bir yerde saklayın</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>I &amp;looked at every picture: outside the masks, no text names a patient</source>
            <translation>He&amp;r görüntüye baktım: maskelerin dışında hastanın adını veren yazı yok</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <location filename="../../desktop_app/results_dialog.py" />
            <source>A folder</source>
            <translation>Bir klasör</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>The shown scan</source>
            <translation>Gösterilen görüntü</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>Folder “{name}”</source>
            <translation>“{name}” klasörü</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>Masks drawn on scans of this folder are applied.</source>
            <translation>Bu klasördeki görüntülere çizilen maskeler uygulanır.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>List of who is who, away from the copies</source>
            <translation>Kimin kim olduğunun listesi, kopyalardan ayrı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <location filename="../../desktop_app/record/record_dialog.py" />
            <location filename="../../desktop_app/worklist_commands.py" />
            <source>Tables (*.csv)</source>
            <translation>Tablolar (*.csv)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>&amp;Scans</source>
            <translation>Gör&amp;üntüler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>&amp;Copies go to</source>
            <translation>Ko&amp;pyaların yeri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>&amp;Dates</source>
            <translation>&amp;Tarihler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>&amp;Identifiers</source>
            <translation>Tanı&amp;mlayıcılar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>Copies get another name and another number instead of the patient's. Originals are not changed.</source>
            <translation>Kopyalara hastanınkinin yerine başka bir ad ve numara verilir. Asıllar değiştirilmez.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>Text in the picture</source>
            <translation>Görüntüdeki yazı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>The scan of the list</source>
            <translation>Listedeki görüntü</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>Masks are drawn on this scan.</source>
            <translation>Bu görüntüye maske çizilmiş.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>No mask is drawn on this scan.</source>
            <translation>Bu görüntüye maske çizilmemiş.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>All {count} scans of the list</source>
            <translation>Listedeki {count} görüntünün tümü</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/options_page.py" />
            <source>Masks are drawn on {masked} of these {count} scans.</source>
            <translation>Bu {count} görüntüden {masked} tanesine maske çizilmiş.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/outcome_page.py" />
            <source>&amp;Open the folder</source>
            <translation>Klasörü &amp;aç</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/outcome_page.py" />
            <source>Show the copies in the file browser</source>
            <translation>Kopyaları dosya yöneticisinde göster</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/outcome_page.py" />
            <source>What was left out or replaced</source>
            <translation>Çıkarılan veya değiştirilenler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/outcome_page.py" />
            <source>Times</source>
            <comment>how often</comment>
            <translation>Kaç kez</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/outcome_page.py" />
            <location filename="../../desktop_app/record/entries_table.py" />
            <source>What happened</source>
            <translation>Ne oldu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/outcome_page.py" />
            <source>Tag</source>
            <translation>Etiket</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/outcome_page.py" />
            <source>Attribute</source>
            <translation>Öznitelik</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/outcome_page.py" />
            <source>Left out or replaced, in all copies together</source>
            <translation>Tüm kopyalarda çıkarılan veya değiştirilenler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/deidentification/outcome_page.py" />
            <source>{count} more were not copied.</source>
            <translation>{count} görüntü daha kopyalanmadı.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/density_plot.py" />
            <source>Network input</source>
            <translation>Ağ girdisi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/density_plot.py" />
            <source>Displayed grey</source>
            <translation>Gösterilen gri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/density_plot.py" />
            <source>standardised grey, as the network sees it</source>
            <translation>standart gri (ağın gördüğü)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/density_plot.py" />
            <source>displayed grey, 0 black to 255 white</source>
            <translation>gösterilen gri, 0 siyah – 255 beyaz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/density_plot.py" />
            <source>Equalisation gives every picture nearly this same distribution, whatever it shows.</source>
            <translation>Eşitleme, ne gösterirse göstersin her görüntüye neredeyse bu aynı dağılımı verir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/density_plot.py" />
            <source>Differences here are of exposure and collimation as much as of disease.</source>
            <translation>Buradaki farklar hastalık kadar ışınlama ve kolimasyondan da kaynaklanır.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/density_plot.py" />
            <source>Mean of {count} training images.</source>
            <translation>
                <numerusform>{count} eğitim görüntüsünün ortalaması.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/density_plot.py" />
            <source>Scale of the density</source>
            <translation>Yoğunluğun ölçeği</translation>
        </message>
        <message>
            <location filename="../../desktop_app/density_plot.py" />
            <source>Compare on the network's own input, or as displayed</source>
            <translation>Ağın kendi girdisi üzerinden ya da gösterildiği biçimde karşılaştırın</translation>
        </message>
        <message>
            <location filename="../../desktop_app/density_plot.py" />
            <source>Pixel density of the scan and of the training images</source>
            <translation>Görüntünün ve eğitim görüntülerinin piksel yoğunluğu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/density_plot.py" />
            <source>density</source>
            <translation>yoğunluk</translation>
        </message>
        <message>
            <location filename="../../desktop_app/density_plot.py" />
            <source>&amp;Scale</source>
            <translation>&amp;Ölçek</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/density_plot.py" />
            <location filename="../../desktop_app/training_wizard/look_page.py" />
            <source>{name} ({count} images)</source>
            <translation>
                <numerusform>{name} ({count} görüntü)</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/density_plot.py" />
            <source>Not a diagnosis.</source>
            <translation>Tanı değildir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/density_plot.py" />
            <source>The model's card holds no pixel densities of its training images.</source>
            <translation>Modelin kartında eğitim görüntülerinin piksel yoğunlukları yok.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/diagnostics_dialog.py" />
            <source>Collect diagnostics</source>
            <translation>Tanılama bilgilerini topla</translation>
        </message>
        <message>
            <location filename="../../desktop_app/diagnostics_dialog.py" />
            <source>How far the collecting is</source>
            <translation>Toplamanın ne kadar ilerlediği</translation>
        </message>
        <message>
            <location filename="../../desktop_app/diagnostics_dialog.py" />
            <source>Files of the diagnostics</source>
            <translation>Tanılama bilgilerinin dosyaları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/diagnostics_dialog.py" />
            <source>Text of the chosen file</source>
            <translation>Seçilen dosyanın metni</translation>
        </message>
        <message>
            <location filename="../../desktop_app/diagnostics_dialog.py" />
            <source>Save diagnostics</source>
            <translation>Tanılama bilgilerini kaydet</translation>
        </message>
        <message>
            <location filename="../../desktop_app/diagnostics_dialog.py" />
            <source>Zip file (*.zip)</source>
            <translation>Zip dosyası (*.zip)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/diagnostics_dialog.py" />
            <source>&amp;Save…</source>
            <translation>&amp;Kaydet…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/diagnostics_dialog.py" />
            <source>Write the ticked files into one zip file</source>
            <translation>İşaretli dosyaları tek bir zip dosyasına yazın</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/diagnostics_dialog.py" />
            <source>{count} files are in {name}.</source>
            <translation>
                <numerusform>{name} içinde {count} dosya var.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/diagnostics_dialog.py" />
            <source>This helps a developer to find a fault. No patient, person, file, folder or other computer is named in it. It is written where you choose and sent nowhere; look through it and untick what you do not want to hand on.</source>
            <translation>Bu bilgiler bir geliştiricinin hatayı bulmasına yardım eder. İçinde hiçbir hastanın, kullanıcının, dosyanın, klasörün ya da başka bilgisayarın adı geçmez. Seçtiğiniz yere yazılır, hiçbir yere gönderilmez; gözden geçirin ve vermek istemediğinizin işaretini kaldırın.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/error_messages.py" />
            <source>Message</source>
            <translation>İleti</translation>
        </message>
        <message>
            <location filename="../../desktop_app/error_messages.py" />
            <source>Details</source>
            <translation>Ayrıntılar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/error_messages.py" />
            <source>Show what a technician needs to know</source>
            <translation>Teknik personelin bilmesi gerekenleri gösterir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/error_messages.py" />
            <source>Copy</source>
            <translation>Kopyala</translation>
        </message>
        <message>
            <location filename="../../desktop_app/error_messages.py" />
            <location filename="../../desktop_app/viewer/problem_page.py" />
            <source>Copy the message and its technical details</source>
            <translation>İletiyi ve teknik ayrıntılarını kopyalar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/error_messages.py" />
            <source>Close this message (Esc while it has the focus)</source>
            <translation>Bu iletiyi kapatır (odaktayken Esc)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/error_messages.py" />
            <source>Technical details</source>
            <translation>Teknik ayrıntılar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_commands.py" />
            <source>No file manager could be started. The folder is {path}.</source>
            <translation>Dosya yöneticisi başlatılamadı. Klasör: {path}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Right button, drag</source>
            <translation>Sağ düğmeyle sürükleme</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Window: sideways its width (contrast), up and down its level (brightness)</source>
            <translation>Pencere: yana genişliği (kontrast), yukarı ve aşağı merkezi (parlaklık)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Wheel, or two fingers</source>
            <translation>Tekerlek ya da iki parmak</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Zoom at the pointer</source>
            <translation>İmlecin olduğu yerde yakınlaştırır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Middle button, drag</source>
            <translation>Orta düğmeyle sürükleme</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Move the image</source>
            <translation>Görüntüyü taşır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Left button, drag</source>
            <translation>Sol düğmeyle sürükleme</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>What the chosen tool does; Move is the first of them</source>
            <translation>Seçili aracın işi; ilk araç Taşı'dır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Double click</source>
            <translation>Çift tıklama</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Fit to the window, while the tool is Move</source>
            <translation>Taşı aracı seçiliyken pencereye sığdırır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Drag a measurement</source>
            <translation>Bir ölçümü sürükleme</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Move it, or one of its ends</source>
            <translation>Ölçümü ya da uçlarından birini taşır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Drag a line in the histogram</source>
            <translation>Histogramdaki bir çizgiyi sürükleme</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>One end of the window</source>
            <translation>Pencerenin bir ucunu değiştirir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Right button in the list of scans</source>
            <translation>Görüntü listesinde sağ düğme</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Close, try again, show in folder, copy the path</source>
            <translation>Kapatma, yeniden deneme, klasörde gösterme, yolu kopyalama</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Drop files or folders</source>
            <translation>Dosya ya da klasör bırakma</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Open them</source>
            <translation>Bunları açar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Arrow keys</source>
            <translation>Ok tuşları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Move the image; with Shift further</source>
            <translation>Görüntüyü taşır; Shift ile daha uzağa</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Reset the view</source>
            <translation>Görünümü sıfırlar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Delete the selected measurement</source>
            <translation>Seçili ölçümü siler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Give up the measurement that was begun</source>
            <translation>Başlanan ölçümden vazgeçer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Keyboard and mouse</source>
            <translation>Klavye ve fare</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Keyboard shortcuts</source>
            <translation>Klavye kısayolları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>While the image has the focus</source>
            <translation>Görüntü odaktayken</translation>
        </message>
        <message>
            <location filename="../../desktop_app/help_sheet.py" />
            <source>Mouse</source>
            <translation>Fare</translation>
        </message>
        <message>
            <location filename="../../desktop_app/last_session.py" />
            <source>A report is in the log folder (Help &gt; Open log folder): {name}. It is sent nowhere.</source>
            <translation>Günlük klasöründe bir rapor var (Yardım &gt; Günlük klasörünü aç): {name}. Hiçbir yere gönderilmez.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/last_session.py" />
            <source>Hilum did not end properly last time.</source>
            <translation>Hilum geçen sefer düzgün kapanmadı.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/main_window.py" />
            <source>{count} scans classified, {failed} could not be read.</source>
            <translation>
                <numerusform>{count} görüntü sınıflandırıldı, {failed} görüntü okunamadı.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/main_window.py" />
            <source>{count} scans classified.</source>
            <translation>
                <numerusform>{count} görüntü sınıflandırıldı.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/main_window.py" />
            <location filename="../../desktop_app/window_actions.py" />
            <source>Scans</source>
            <translation>Görüntüler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/main_window.py" />
            <location filename="../../desktop_app/viewer/histogram_panel.py" />
            <source>Histogram</source>
            <translation>Histogram</translation>
        </message>
        <message>
            <location filename="../../desktop_app/main_window.py" />
            <source>contribution to {name} logit</source>
            <translation>{name} logit değerine katkı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/comparison_dialog.py" />
            <source>Models compared</source>
            <translation>Modellerin karşılaştırması</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/comparison_dialog.py" />
            <location filename="../../desktop_app/viewer/provenance_dialog.py" />
            <source>&amp;Copy as text</source>
            <translation>Metin olarak &amp;kopyala</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/comparison_dialog.py" />
            <source>Copy the whole comparison</source>
            <translation>Karşılaştırmanın tamamını kopyalar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>Hilum models (*{suffix})</source>
            <translation>Hilum modelleri (*{suffix})</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <location filename="../../desktop_app/window_commands.py" />
            <source>Every file (*)</source>
            <translation>Tüm dosyalar (*)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>{model} is kept now. It does not answer until it is activated.</source>
            <translation>{model} artık saklanıyor. Etkinleştirilene kadar yanıt vermez.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>Folder of labelled images, one subfolder per class, to compare on</source>
            <translation>Karşılaştırma için etiketli görüntülerin klasörü, her sınıf için bir alt klasör</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>Models</source>
            <translation>Modeller</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>Stop what is being done; nothing half done is kept</source>
            <translation>Yapılmakta olanı durdurur; yarım kalan hiçbir şey saklanmaz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>Export model</source>
            <translation>Modeli dışa aktar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>Import model</source>
            <translation>Modeli içe aktar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>&amp;Activate</source>
            <translation>&amp;Etkinleştir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>Let this model answer from now on</source>
            <translation>Bundan böyle bu model yanıt versin</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>Roll &amp;back</source>
            <translation>&amp;Geri al</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>Let the model answer that was active before</source>
            <translation>Daha önce etkin olan model yanıt versin</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>Compare with acti&amp;ve…</source>
            <translation>Etkin &amp;modelle karşılaştır…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>Both models on the same images, with tests of whether they differ by more than chance</source>
            <translation>Aynı görüntülerde iki model; aralarındaki farkın şansla açıklanıp açıklanamayacağının testleriyle</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>Open do&amp;ssier</source>
            <translation>Doğrulama dosya&amp;sını aç</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>Show the PDF with everything about its training</source>
            <translation>Eğitimle ilgili her şeyi içeren PDF'yi gösterir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>&amp;Export…</source>
            <translation>Dış&amp;a aktar…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>Write this model into one file. Its dossier, which names images, stays here.</source>
            <translation>Bu modeli tek bir dosyaya yazar. Görüntülerin adlarını içeren doğrulama dosyası burada kalır.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>&amp;Import…</source>
            <translation>İ&amp;çe aktar…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>Take in a model that was exported elsewhere</source>
            <translation>Başka bir yerde dışa aktarılmış bir modeli alır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>&amp;Remove…</source>
            <translation>Kaldı&amp;r…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>Delete this version for good</source>
            <translation>Bu sürümü kalıcı olarak siler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>About the selected model</source>
            <translation>Seçili model hakkında</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>Delete {model} for good? Export it first if it may be needed again.</source>
            <translation>{model} kalıcı olarak silinsin mi? Yeniden gerekebilecekse önce dışa aktarın.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>Remove model</source>
            <translation>Modeli kaldır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <location filename="../../desktop_app/window_commands.py" />
            <source>{model} answers from now on.</source>
            <translation>Bundan böyle {model} yanıt verir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>{model} was removed.</source>
            <translation>{model} kaldırıldı.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_dialog.py" />
            <source>Exported as {file}.</source>
            <translation>Dışa aktarıldı: {file}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_table.py" />
            <source>Active</source>
            <translation>Etkin</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_table.py" />
            <source>Trained</source>
            <translation>Eğitim tarihi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_table.py" />
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>AUC (95% interval)</source>
            <translation>AUC (%95 aralık)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_table.py" />
            <source>The model that answers in the window and on the command line</source>
            <translation>Pencerede ve komut satırında yanıt veren model</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_table.py" />
            <source>Name and version</source>
            <translation>Ad ve sürüm</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_table.py" />
            <source>Date of training, where the model's card says it</source>
            <translation>Modelin kartında yazıyorsa eğitim tarihi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_table.py" />
            <source>Area under the ROC curve, on the images that the description below names</source>
            <translation>Aşağıdaki açıklamada adı geçen görüntülerde ROC eğrisi altındaki alan</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_table.py" />
            <source>Share of positive images that it finds, at its threshold</source>
            <translation>Kendi eşiğinde bulduğu pozitif görüntülerin payı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_table.py" />
            <source>Share of other images that it leaves alone, at its threshold</source>
            <translation>Kendi eşiğinde pozitif demediği diğer görüntülerin payı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_table.py" />
            <source>How many images, from which collections</source>
            <translation>Kaç görüntü, hangi koleksiyonlardan</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_table.py" />
            <source>damaged</source>
            <translation>hasarlı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_table.py" />
            <source>{model} (bundled)</source>
            <translation>{model} (birlikte gelen)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_table.py" />
            <source>active</source>
            <translation>etkin</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_table.py" />
            <source>not active</source>
            <translation>etkin değil</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_work.py" />
            <source>Checking the model</source>
            <translation>Model denetleniyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/models/models_work.py" />
            <source>Checking the file</source>
            <translation>Dosya denetleniyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/page_parts.py" />
            <source>{number} %</source>
            <comment>a number in a field, in percent</comment>
            <translation>%{number}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/prior_commands.py" />
            <source>No other examination of this patient is on the worklist.</source>
            <translation>İş listesinde bu hastanın başka bir tetkiki yok.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/prior_commands.py" />
            <source>is being read…</source>
            <translation>okunuyor…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/prior_commands.py" />
            <source>not to scale</source>
            <translation>ölçekli değil</translation>
        </message>
        <message>
            <location filename="../../desktop_app/prior_commands.py" />
            <source>cannot be shown</source>
            <translation>gösterilemiyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/prior_commands.py" />
            <source>added {date}</source>
            <translation>eklenme {date}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/prior_commands.py" />
            <source>Current  {scan}</source>
            <translation>Güncel  {scan}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/entries_table.py" />
            <source>Number</source>
            <translation>Sıra no</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/entries_table.py" />
            <source>Time</source>
            <translation>Zaman</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/entries_table.py" />
            <source>Kind</source>
            <translation>Tür</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/entries_table.py" />
            <source>Entries are numbered from 1 without a gap</source>
            <translation>Kayıtlar 1'den başlayarak boşluksuz numaralanır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/entries_table.py" />
            <source>When it was written, in this computer's time zone</source>
            <translation>Ne zaman yazıldığı, bu bilgisayarın saat diliminde</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/entries_table.py" />
            <source>What the entry is about</source>
            <translation>Kaydın konusu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/entries_table.py" />
            <source>Who did it, where a name is set</source>
            <translation>Kimin yaptığı, bir ad ayarlanmışsa</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/entries_table.py" />
            <source>What the entry says; the whole of it is below</source>
            <translation>Kaydın içeriği; tamamı aşağıdadır</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>{count} entries, the newest {listed} of them listed; scroll down for more</source>
            <translation>
                <numerusform>{count} kayıt, en yeni {listed} kayıt listelendi; daha fazlası için aşağı kaydırın</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>Digest of entry {number}, to be written down elsewhere: {digest}</source>
            <translation>{number} numaralı kaydın özeti, başka bir yere not edilmek üzere: {digest}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>{count} entries are in {file}.</source>
            <translation>
                <numerusform>{file} dosyasında {count} kayıt var.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>{count} entries</source>
            <translation>
                <numerusform>{count} kayıt</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>Record</source>
            <translation>Kayıt defteri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>Kind of entries</source>
            <translation>Kayıtların türü</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>Show and export only entries of this kind</source>
            <translation>Yalnızca bu türdeki kayıtları gösterir ve dışa aktarır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>Every kind</source>
            <translation>Tüm türler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>The selected entry</source>
            <translation>Seçili kayıt</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>Select an entry to see the whole of it.</source>
            <translation>Tamamını görmek için bir kayıt seçin.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>Export the record</source>
            <translation>Kayıt defterini dışa aktar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>Move the whole folder {folder} to another place and keep it; a new record begins then.</source>
            <translation>{folder} klasörünün tamamını başka bir yere taşıyıp saklayın; ardından yeni bir kayıt defteri başlar.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>Entries</source>
            <translation>Kayıtlar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>&amp;Verify</source>
            <translation>D&amp;oğrula</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>Look at every entry and say whether anything was changed or removed</source>
            <translation>Her kayda bakar ve bir şeyin değiştirilip değiştirilmediğini veya silinip silinmediğini söyler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>&amp;Export as CSV…</source>
            <translation>&amp;CSV olarak dışa aktar…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>Write the entries of the chosen kind into a table for spreadsheet programs</source>
            <translation>Seçili türdeki kayıtları tablo programları için bir tabloya yazar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>Stop verifying or exporting; no half table is kept</source>
            <translation>Doğrulamayı veya dışa aktarmayı durdurur; yarım kalan tablo saklanmaz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>&amp;Show</source>
            <translation>&amp;Göster</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>No record is kept, because this user has no home folder.</source>
            <translation>Kayıt defteri tutulmuyor, çünkü bu kullanıcının ana klasörü yok.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>The record is empty: it begins with the next entry.</source>
            <translation>Kayıt defteri boş: sonraki kayıtla başlar.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>There is no entry of this kind.</source>
            <translation>Bu türde kayıt yok.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/record/record_dialog.py" />
            <source>First broken entry: {number}</source>
            <translation>Bozuk olan ilk kayıt: {number}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/clinic_dialog.py" />
            <source>Pictures (*.png *.jpg *.jpeg *.svg);;Every file (*)</source>
            <translation>Resimler (*.png *.jpg *.jpeg *.svg);;Tüm dosyalar (*)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/clinic_dialog.py" />
            <source>Clinic</source>
            <translation>Klinik</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/clinic_dialog.py" />
            <source>Name of the clinic</source>
            <translation>Kliniğin adı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/clinic_dialog.py" />
            <source>Department or practice</source>
            <translation>Bölüm veya muayenehane</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/clinic_dialog.py" />
            <source>Street, postcode, town</source>
            <translation>Sokak, posta kodu, şehir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/clinic_dialog.py" />
            <source>Phone, e-mail, web page</source>
            <translation>Telefon, e-posta, web sayfası</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/clinic_dialog.py" />
            <source>&amp;No logo</source>
            <translation>Logos&amp;uz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/clinic_dialog.py" />
            <source>Make reports without a logo</source>
            <translation>Raporları logosuz hazırla</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/clinic_dialog.py" />
            <source>&amp;Choose…</source>
            <translation>&amp;Seç…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/clinic_dialog.py" />
            <source>A PNG, JPEG or SVG file</source>
            <translation>PNG, JPEG veya SVG dosyası</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/clinic_dialog.py" />
            <source>N&amp;ame</source>
            <translation>A&amp;d</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/clinic_dialog.py" />
            <source>&amp;Department</source>
            <translation>&amp;Bölüm</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/clinic_dialog.py" />
            <source>Add&amp;ress</source>
            <translation>Ad&amp;res</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/clinic_dialog.py" />
            <source>P&amp;hone</source>
            <translation>&amp;Telefon</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/clinic_dialog.py" />
            <source>Logo</source>
            <translation>Logo</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/clinic_dialog.py" />
            <source>&amp;Paper</source>
            <translation>Kâ&amp;ğıt</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/clinic_dialog.py" />
            <source>A4</source>
            <comment>a size of paper</comment>
            <translation>A4</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/clinic_dialog.py" />
            <source>Letter</source>
            <comment>a size of paper</comment>
            <translation>Letter</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/clinic_dialog.py" />
            <source>Stands at the head of every report made on this computer, on the command line too.</source>
            <translation>Bu bilgisayarda hazırlanan her raporun başında yer alır, komut satırında hazırlananların da.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/clinic_dialog.py" />
            <source>none</source>
            <comment>no logo</comment>
            <translation>yok</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/page_preview.py" />
            <source>Page of the report</source>
            <translation>Raporun sayfası</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/page_preview.py" />
            <source>Preview of the report</source>
            <translation>Raporun önizlemesi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/page_preview.py" />
            <source>Pre&amp;vious page</source>
            <translation>&amp;Önceki sayfa</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/page_preview.py" />
            <source>Show the page before</source>
            <translation>Önceki sayfayı göster</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/page_preview.py" />
            <source>Ne&amp;xt page</source>
            <translation>S&amp;onraki sayfa</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/page_preview.py" />
            <source>Show the page behind</source>
            <translation>Sonraki sayfayı göster</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/page_preview.py" />
            <source>Page {number} of {count}.</source>
            <translation>Sayfa {number}/{count}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>Drawing the preview…</source>
            <translation>Önizleme çiziliyor…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>The selected scans ({count})</source>
            <translation>Seçilen görüntüler ({count})</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>All classified scans ({count})</source>
            <translation>Sınıflandırılmış tüm görüntüler ({count})</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>Report</source>
            <translation>Rapor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>What the report is about</source>
            <translation>Raporun konusu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>&amp;Anonymous</source>
            <translation>&amp;Anonim</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>Leave out names, numbers, dates, the institution and the names of files</source>
            <translation>Adları, numaraları, tarihleri, kurumu ve dosya adlarını çıkar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>&amp;E-mail size</source>
            <translation>&amp;E-posta boyutu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>Small pictures: below 300 kB a scan</source>
            <translation>Küçük resimler: görüntü başına 300 kB altında</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>With &amp;heat map</source>
            <translation>&amp;Isı haritasıyla</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>Stands on each scan's page</source>
            <translation>Her görüntünün sayfasında yer alır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>&amp;Save PDF…</source>
            <translation>&amp;PDF kaydet…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>Write the report into a file</source>
            <translation>Raporu bir dosyaya yaz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>&amp;Print…</source>
            <translation>&amp;Yazdır…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>Print the report</source>
            <translation>Raporu yazdır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>Save report</source>
            <translation>Raporu kaydet</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>PDF (*.pdf)</source>
            <translation>PDF (*.pdf)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>A&amp;bout</source>
            <translation>Kon&amp;u</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>Pape&amp;r</source>
            <translation>Kâ&amp;ğıt</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>Cl&amp;inic…</source>
            <translation>Kli&amp;nik…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>Name, address and logo at the head of reports</source>
            <translation>Raporların başındaki ad, adres ve logo</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>Close the report</source>
            <translation>Raporu kapat</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>{count} pages were sent.</source>
            <translation>
                <numerusform>Yazıcıya {count} sayfa gönderildi.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>No scan to report: open one first.</source>
            <translation>Raporlanacak görüntü yok: önce bir görüntü açın.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>No clinic is named yet.</source>
            <translation>Henüz klinik adı girilmemiş.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>Head of the page</source>
            <translation>Sayfa başlığı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>An anonymous report still shows the picture, the text burned into it and your comment.</source>
            <translation>Anonim rapor da görüntüyü, görüntüye işlenmiş yazıyı ve yorumunuzu gösterir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>{count} more scans are not drawn here.</source>
            <translation>{count} görüntü daha var; burada çizilmedi.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_dialog.py" />
            <source>Saved as {name}.</source>
            <translation>{name} adıyla kaydedildi.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_work.py" />
            <source>it is a folder</source>
            <translation>bu bir klasör</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_work.py" />
            <source>it takes no pages</source>
            <translation>sayfa kabul etmiyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_work.py" />
            <source>Making the report</source>
            <translation>Rapor hazırlanıyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/report/report_work.py" />
            <source>Printing</source>
            <translation>Yazdırılıyor</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/results_commands.py" />
            <source>{count} results handed to the archive {archive}.</source>
            <translation>
                <numerusform>{count} sonuç {archive} arşivine iletildi.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/results_commands.py" />
            <source>{count} results written to {folder}.</source>
            <translation>
                <numerusform>{count} sonuç {folder} klasörüne yazıldı.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/results_commands.py" />
            <source>DICOM results are made of a scan that is shown: open a DICOM file.</source>
            <translation>DICOM sonuçları gösterilen bir görüntüden oluşturulur: bir DICOM dosyası açın.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/results_dialog.py" />
            <source>&amp;Structured report (SR)</source>
            <translation>&amp;Yapılandırılmış rapor (SR)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/results_dialog.py" />
            <source>&amp;Heat map with its legend (Secondary Capture)</source>
            <translation>Açıklamasıyla &amp;ısı haritası (Secondary Capture)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/results_dialog.py" />
            <source>&amp;Window and measurements (presentation state)</source>
            <translation>&amp;Pencere ve ölçümler (sunum durumu)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/results_dialog.py" />
            <source>&amp;Report (encapsulated PDF)</source>
            <translation>&amp;Rapor (kapsüllenmiş PDF)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/results_dialog.py" />
            <source>DICOM results</source>
            <translation>DICOM sonuçları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/results_dialog.py" />
            <source>Where to</source>
            <translation>Nereye</translation>
        </message>
        <message>
            <location filename="../../desktop_app/results_dialog.py" />
            <source>Folder for the results</source>
            <translation>Sonuçların klasörü</translation>
        </message>
        <message>
            <location filename="../../desktop_app/results_dialog.py" />
            <source>&amp;Browse…</source>
            <translation>&amp;Gözat…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/results_dialog.py" />
            <source>Choose the folder</source>
            <translation>Klasörü seç</translation>
        </message>
        <message>
            <location filename="../../desktop_app/results_dialog.py" />
            <source>Not of this scan: {reason}.</source>
            <translation>Bu görüntüden oluşturulamaz: {reason}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/results_dialog.py" />
            <source>Results join the scan's own study, with the patient's name. The scan stays as it is.</source>
            <translation>Sonuçlar, hastanın adıyla birlikte görüntünün kendi tetkikine eklenir. Görüntü olduğu gibi kalır.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/results_dialog.py" />
            <source>What to make</source>
            <translation>Oluşturulacaklar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/results_dialog.py" />
            <source>Wr&amp;ite</source>
            <comment>results</comment>
            <translation>Ya&amp;z</translation>
        </message>
        <message>
            <location filename="../../desktop_app/results_dialog.py" />
            <source>Archive: {name}</source>
            <translation>Arşiv: {name}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/answer_view.py" />
            <source>Warning</source>
            <translation>Uyarı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/answer_view.py" />
            <source>Information</source>
            <translation>Bilgi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/answer_view.py" />
            <source>Show the a&amp;nswer all the same…</source>
            <translation>Yanıtı yine de gö&amp;ster…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/answer_view.py" />
            <source>Show what the networks compute for this scan, though it means little</source>
            <translation>Pek anlam taşımasa da ağların bu görüntü için hesapladığını göster</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/answer_view.py" />
            <source>Copy the SHA-256 of the weights</source>
            <translation>Ağırlıkların SHA-256 değerini kopyala</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/answer_view.py" />
            <source>Time</source>
            <comment>how long it took</comment>
            <translation>Süre</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/answer_view.py" />
            <source>{total} ms (read {read}, prepare {prepare}, classifier {classifier}, lungs {lungs})</source>
            <translation>{total} ms (okuma {read}, hazırlama {prepare}, sınıflandırıcı {classifier}, akciğerler {lungs})</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/answer_view.py" />
            <source>About frame {number}.</source>
            <translation>{number}. kare hakkında.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/answer_view.py" />
            <source>Limits: {limits}</source>
            <translation>Sınırlar: {limits}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/answer_view.py" />
            <source>SHA-256 of the weights; press to copy
{sha256}</source>
            <translation>Ağırlıkların SHA-256 değeri; kopyalamak için basın
{sha256}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/classification.py" />
            <source>Classifying</source>
            <translation>Sınıflandırılıyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/entry_state.py" />
            <source>Writing your impression into the record…</source>
            <translation>İlk izleniminiz kayıt defterine yazılıyor…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/entry_state.py" />
            <source>Classifying…</source>
            <translation>Sınıflandırılıyor…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/entry_state.py" />
            <source>Waiting for the model to load</source>
            <translation>Modelin yüklenmesi bekleniyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/impression_view.py" />
            <source>What you say is written into the record, with your name from the settings; the model's answer is shown afterwards.</source>
            <translation>Söylediğiniz, ayarlardaki adınızla birlikte kayıt defterine yazılır; modelin yanıtı sonra gösterilir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/impression_view.py" />
            <source>Your impression first</source>
            <translation>Önce ilk izleniminiz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/impression_view.py" />
            <source>Show the answe&amp;r without</source>
            <translation>Yanıtı izlenim vermeden gö&amp;ster</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/impression_view.py" />
            <source>Record nothing, and show the answer</source>
            <translation>Hiçbir şey kaydetmeden yanıtı göster</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/impression_view.py" />
            <source>Do you see the finding in this scan?</source>
            <translation>Bu görüntüde bulguyu görüyor musunuz?</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/impression_view.py" />
            <source>&amp;Present</source>
            <translation>&amp;Var</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/impression_view.py" />
            <source>Record that you see it, then show the answer</source>
            <translation>Gördüğünüzü kaydet, sonra yanıtı göster</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/impression_view.py" />
            <source>&amp;Not present</source>
            <translation>Y&amp;ok</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/impression_view.py" />
            <source>Record that you do not see it, then show the answer</source>
            <translation>Görmediğinizi kaydet, sonra yanıtı göster</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/impression_view.py" />
            <source>&amp;Unsure</source>
            <translation>E&amp;min değilim</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/impression_view.py" />
            <source>Record that you are not sure, then show the answer</source>
            <translation>Emin olmadığınızı kaydet, sonra yanıtı göster</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/impression_view.py" />
            <source>Do you see a {finding} pattern in this scan?</source>
            <translation>Bu görüntüde {finding} görünümü var mı?</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/methods_view.py" />
            <source>Classifier</source>
            <translation>Sınıflandırıcı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/methods_view.py" />
            <source>Lung opacity {share}</source>
            <translation>Opasite {share}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/probability_bar.py" />
            <source>Probability of {class_name}: {probability}</source>
            <translation>{class_name} olasılığı: {probability}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/probability_bar.py" />
            <source>{probability}; the tick marks the threshold, {threshold}</source>
            <translation>{probability}; çizgi eşiği gösterir: {threshold}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/result_panel.py" />
            <source>Class&amp;ify</source>
            <translation>Sını&amp;flandır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/result_panel.py" />
            <source>Ask the model about the shown scan</source>
            <translation>Gösterilen görüntüyü modele sor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/result_panel.py" />
            <source>Copy text</source>
            <translation>Kopyala</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/result_panel.py" />
            <source>Copy the answer with its notices and the model</source>
            <translation>Yanıtı uyarıları ve modeliyle birlikte kopyala</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/result_panel.py" />
            <source>Save map</source>
            <translation>Kaydet</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/result_panel.py" />
            <source>Save picture and heat map as a PNG file</source>
            <translation>Görüntüyü ve ısı haritasını PNG dosyası olarak kaydet</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/result_panel.py" />
            <source>Answer of the model</source>
            <translation>Modelin yanıtı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/result_panel.py" />
            <source>Ca&amp;ncel</source>
            <comment>of a classification</comment>
            <translation>D&amp;urdur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/result_panel.py" />
            <source>Stop; what is known stays</source>
            <translation>Durdur; bilinenler kalır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/result_panel.py" />
            <source>Ask the model about the shown scan once more</source>
            <translation>Gösterilen görüntüyü modele yeniden sor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/result_panel.py" />
            <source>Open a scan to see what the model says about it.</source>
            <translation>Modelin ne dediğini görmek için bir görüntü açın.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/result_panel.py" />
            <source>This scan was not classified.</source>
            <translation>Bu görüntü sınıflandırılmadı.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_delegate.py" />
            <source>unreadable</source>
            <translation>okunamıyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_session.py" />
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>waiting</source>
            <translation>bekliyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_session.py" />
            <source>classified</source>
            <translation>sınıflandırıldı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_session.py" />
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>could not be read</source>
            <translation>okunamadı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_session.py" />
            <source>positive, {probability}</source>
            <translation>pozitif, {probability}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_session.py" />
            <source>negative, {probability}</source>
            <translation>negatif, {probability}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_session.py" />
            <source>undetermined, {probability}</source>
            <translation>belirsiz, {probability}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_session.py" />
            <source>not judged</source>
            <translation>değerlendirilmedi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_session.py" />
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>× not judged</source>
            <translation>× değerlendirilmedi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_session.py" />
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>your impression first</source>
            <translation>önce ilk izleniminiz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_strip.py" />
            <source>Positive</source>
            <translation>Pozitif</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_strip.py" />
            <source>Negative</source>
            <translation>Negatif</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_strip.py" />
            <source>Could not be read</source>
            <translation>Okunamadı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_strip.py" />
            <source>No scans</source>
            <translation>Görüntü yok</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_strip.py" />
            <source>Which scans the strip shows</source>
            <translation>Şeritte hangi görüntülerin gösterileceği</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_strip.py" />
            <source>Filter of the strip</source>
            <translation>Şeridin süzgeci</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_strip.py" />
            <source>Open scans</source>
            <translation>Açık görüntüler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_strip.py" />
            <source>&amp;Close scan</source>
            <translation>Görüntüyü &amp;kapat</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_strip.py" />
            <source>Take the selected scans out of the window; their files stay</source>
            <translation>Seçilen görüntüleri pencereden çıkar; dosyaları kalır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_strip.py" />
            <source>Tr&amp;y again</source>
            <translation>&amp;Yeniden dene</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_strip.py" />
            <source>Read selected scans that could not be read once more</source>
            <translation>Okunamayan seçili görüntüleri yeniden oku</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_strip.py" />
            <source>Copy p&amp;ath</source>
            <translation>Y&amp;olu kopyala</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_strip.py" />
            <source>Sho&amp;w in folder</source>
            <translation>K&amp;lasörde göster</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_strip.py" />
            <source>&amp;Next scan</source>
            <translation>&amp;Sonraki görüntü</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/scan_strip.py" />
            <source>Pre&amp;vious scan</source>
            <translation>&amp;Önceki görüntü</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/screening/scan_strip.py" />
            <source>{count} scans, {failed} unreadable</source>
            <translation>
                <numerusform>{count} görüntü, {failed} tanesi okunamıyor</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/zone_table.py" />
            <source>Right</source>
            <translation>Sağ</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/zone_table.py" />
            <source>Left</source>
            <translation>Sol</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/zone_table.py" />
            <source>Upper</source>
            <translation>Üst</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/zone_table.py" />
            <source>Middle</source>
            <translation>Orta</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/zone_table.py" />
            <source>Lower</source>
            <translation>Alt</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/zone_table.py" />
            <source>right lung {share} opaque: upper {upper}, middle {middle}, lower {lower}</source>
            <translation>sağ akciğerde opasite {share}: üst {upper}, orta {middle}, alt {lower}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/zone_table.py" />
            <source>left lung {share} opaque: upper {upper}, middle {middle}, lower {lower}</source>
            <translation>sol akciğerde opasite {share}: üst {upper}, orta {middle}, alt {lower}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/zone_table.py" />
            <source>right lung not found</source>
            <translation>sağ akciğer bulunamadı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/zone_table.py" />
            <source>left lung not found</source>
            <translation>sol akciğer bulunamadı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/zone_table.py" />
            <source>Share of each lung and of its thirds that is opaque, according to the lung network.
Right and left are the patient's, unless the picture is mirrored.</source>
            <translation>Akciğer ağına göre her akciğerin ve üçte birlik bölümlerinin opak olan payı.
Sağ ve sol, görüntü aynalanmamışsa hastanın sağı ve soludur.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/screening/zone_table.py" />
            <source>Whole</source>
            <comment>a lung</comment>
            <translation>Tümü</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings.py" />
            <source>The settings could not be read completely; Hilum uses its defaults for the rest.</source>
            <translation>Ayarların tamamı okunamadı; Hilum kalanlar için varsayılanları kullanıyor.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings.py" />
            <source>The settings could not be saved; they last until Hilum is closed.</source>
            <translation>Ayarlar kaydedilemedi; Hilum kapatılana kadar geçerli.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings.py" />
            <source>The settings were written by a newer version of Hilum and are left as they are. This one uses its defaults, and what you choose lasts until it is closed.</source>
            <translation>Ayarlar Hilum'un daha yeni bir sürümüyle yazılmış; oldukları gibi bırakıldı. Bu sürüm varsayılanları kullanıyor ve seçtikleriniz program kapatılana kadar geçerli.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>Dark (reading room)</source>
            <translation>Koyu (raporlama odası)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>Light</source>
            <translation>Açık</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>As the desktop</source>
            <translation>Masaüstü gibi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>Automatic: the fastest there is</source>
            <translation>Otomatik: var olanların en hızlısı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>Processor</source>
            <translation>İşlemci</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>Intel graphics (OpenVINO)</source>
            <translation>Intel ekran kartı (OpenVINO)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>NVIDIA graphics (CUDA)</source>
            <translation>NVIDIA ekran kartı (CUDA)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>No model is loaded: what to expect cannot be said yet.</source>
            <translation>Yüklü model yok: ne bekleneceği henüz söylenemez.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>This model has no calibration scores: it gives no undetermined answers by an error level.</source>
            <translation>Bu modelin kalibrasyon skorları yok: hata düzeyine göre belirsiz yanıt vermez.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <location filename="../../desktop_app/welcome_page.py" />
            <source>As the system</source>
            <translation>Sistemin dili</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>Settings</source>
            <translation>Ayarlar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>Classify scans as soon as they are opened</source>
            <translation>Görüntüleri açılır açılmaz sınıflandır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>Of how many scans the true answer may be excluded, of those with the finding and of those without.
The lower it is, the more scans stay undetermined.</source>
            <translation>Bulgu olan ve olmayan görüntülerin ne kadarında doğru yanıtın dışlanabileceği.
Ne kadar düşükse o kadar çok görüntü belirsiz kalır.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>Record my impression before the answer is shown</source>
            <translation>Yanıt gösterilmeden önce ilk izlenimimi kaydet</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>Each scan asks what you see before it shows what the model says. You may pass it by.</source>
            <translation>Modelin yanıtından önce her görüntüde ne gördüğünüz sorulur. Yanıtlamadan geçebilirsiniz.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>Written into the record with what you override, record and change</source>
            <translation>Geçersiz kıldıklarınız, kaydettikleriniz ve değiştirdiklerinizle birlikte kayıt defterine yazılır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>Write names of files into the record</source>
            <translation>Dosya adlarını kayıt defterine yaz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>Nothing is ever taken out of the record again, and names of files can name patients.</source>
            <translation>Kayıt defterinden hiçbir şey silinmez ve dosya adları hastaların adını içerebilir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>Show the patient's name, number and dates over the image</source>
            <translation>Hastanın adını, numarasını ve tarihleri görüntüde göster</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>Remember recently opened files</source>
            <translation>Son açılan dosyaları hatırla</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>Names of files and folders can name patients. Unchecking forgets those remembered.</source>
            <translation>Dosya ve klasör adları hastaların adını içerebilir. İşareti kaldırırsanız hatırlananlar silinir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>Put opened scans and their answers on the worklist</source>
            <translation>Açılan görüntüleri ve yanıtlarını iş listesine ekle</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>The worklist names patients, and stays on this computer.</source>
            <translation>İş listesi hastaların adlarını içerir ve bu bilgisayarda kalır.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>Names of files can name patients, and so can the list of recent files.</source>
            <translation>Dosya adları da son açılan dosyaların listesi de hastaların adını içerebilir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Theme</source>
            <translation>&amp;Tema</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>&amp;Language</source>
            <translation>&amp;Dil</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>&amp;Model runs on</source>
            <translation>&amp;Modelin çalıştığı yer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>&amp;Error level</source>
            <translation>&amp;Hata düzeyi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>Of scans like those it was calibrated on, about {undetermined_with} with {name} and {undetermined_without} without stay undetermined by this alone; {wrong_with} and {wrong_without} are left with the wrong answer only.</source>
            <translation>Kalibre edildiği görüntülere benzeyenlerden {name} olanların {undetermined_with} kadarı, olmayanların {undetermined_without} kadarı yalnızca bu nedenle belirsiz kalır; sırasıyla {wrong_with} ve {wrong_without} kadarına ise yalnızca yanlış yanıt kalır.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <location filename="../../desktop_app/welcome_page.py" />
            <source>The language changes at the next start of Hilum.</source>
            <translation>Dil, Hilum'un bir sonraki açılışında değişir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>This model was commissioned here with an error level of {level}: that level holds. What is chosen here holds for models that are not commissioned.</source>
            <translation>Bu model burada {level} hata düzeyiyle devreye alındı: geçerli olan bu düzeydir. Buradaki seçim, devreye alınmamış modeller için geçerlidir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_dialog.py" />
            <source>{level} (usual)</source>
            <translation>{level} (olağan)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/start_language.py" />
            <source>Space</source>
            <comment>a key</comment>
            <translation>Boşluk</translation>
        </message>
        <message>
            <location filename="../../desktop_app/start_language.py" />
            <source>Left</source>
            <comment>a key</comment>
            <translation>Sol ok</translation>
        </message>
        <message>
            <location filename="../../desktop_app/start_language.py" />
            <source>Right</source>
            <comment>a key</comment>
            <translation>Sağ ok</translation>
        </message>
        <message>
            <location filename="../../desktop_app/start_language.py" />
            <source>Up</source>
            <comment>a key</comment>
            <translation>Yukarı ok</translation>
        </message>
        <message>
            <location filename="../../desktop_app/start_language.py" />
            <source>Down</source>
            <comment>a key</comment>
            <translation>Aşağı ok</translation>
        </message>
        <message>
            <location filename="../../desktop_app/start_language.py" />
            <source>&amp;Look in:</source>
            <comment>a dialog for files</comment>
            <translation>Ko&amp;num:</translation>
        </message>
        <message>
            <location filename="../../desktop_app/start_language.py" />
            <source>Files of &amp;type:</source>
            <comment>a dialog for files</comment>
            <translation>Dosya &amp;türü:</translation>
        </message>
        <message>
            <location filename="../../desktop_app/start_language.py" />
            <source>Float</source>
            <comment>a panel of the window</comment>
            <translation>Ayır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/start_language.py" />
            <source>Undocks and re-attaches the dock widget</source>
            <comment>a panel of the window</comment>
            <translation>Paneli pencereden ayırır ya da geri takar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/start_language.py" />
            <source>Closes the dock widget</source>
            <comment>a panel of the window</comment>
            <translation>Paneli kapatır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_commands.py" />
            <source>A model is being trained. If Hilum is closed, the training stops and can be continued later from its last finished epoch (Tools &gt; Training runs). Close Hilum now?</source>
            <translation>Bir model eğitiliyor. Hilum kapatılırsa eğitim durur ve daha sonra tamamlanan son epoktan sürdürülebilir (Araçlar &gt; Eğitim çalışmaları). Hilum şimdi kapatılsın mı?</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_commands.py" />
            <source>Training goes on</source>
            <translation>Eğitim sürüyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_commands.py" />
            <source>This run is being trained by another program, so it cannot be opened here.</source>
            <translation>Bu çalışma başka bir programda eğitiliyor; bu nedenle burada açılamaz.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_commands.py" />
            <source>Wait for its end, or stop it there.</source>
            <translation>Bitmesini bekleyin ya da orada durdurun.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_pack_dialog.py" />
            <source>This installation cannot train yet: there is no training pack.</source>
            <translation>Bu kurulum henüz eğitim yapamaz: eğitim paketi yok.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_pack_dialog.py" />
            <source>Without the pack this installation cannot train. Trained models stay. Remove the pack?</source>
            <translation>Paket olmadan bu kurulum eğitim yapamaz. Eğitilmiş modeller kalır. Paket kaldırılsın mı?</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_pack_dialog.py" />
            <source>This installation can train: PyTorch is installed with it.</source>
            <translation>Bu kurulum eğitim yapabilir: PyTorch birlikte kurulu.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_pack_dialog.py" />
            <source>Training pack</source>
            <translation>Eğitim paketi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_pack_dialog.py" />
            <source>Training needs PyTorch, which is large and therefore comes as a file of its own, the training pack. It lies where Hilum's installer came from; take the one for this version and this system. Looking, classifying and reporting do not need it.</source>
            <translation>Eğitim için PyTorch gerekir; büyük olduğundan ayrı bir dosya olarak, eğitim paketi olarak gelir. Hilum'un kurulum dosyasının alındığı yerde bulunur; bu sürüme ve bu sisteme ait olanı alın. Görüntülemek, sınıflandırmak ve rapor hazırlamak için gerekli değildir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_pack_dialog.py" />
            <source>The file's line in SHA256SUMS; may stay empty</source>
            <translation>Dosyanın SHA256SUMS içindeki satırı; boş kalabilir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_pack_dialog.py" />
            <source>With it the pack is taken in only if it is the file that was published, bit by bit.</source>
            <translation>Girilirse paket, yalnızca yayımlanan dosyayla bit bit aynıysa kurulur.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_pack_dialog.py" />
            <source>Chec&amp;ksum</source>
            <translation>&amp;Sağlama toplamı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_pack_dialog.py" />
            <source>How far the pack is taken in</source>
            <translation>Paket kurulumunun ilerlemesi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_pack_dialog.py" />
            <source>&amp;Take a pack in…</source>
            <translation>&amp;Paket kur…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_pack_dialog.py" />
            <source>&amp;Remove</source>
            <comment>a training pack</comment>
            <translation>Kal&amp;dır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_pack_dialog.py" />
            <source>&amp;Stop</source>
            <comment>taking a pack in</comment>
            <translation>D&amp;urdur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_pack_dialog.py" />
            <source>Take a training pack in</source>
            <translation>Eğitim paketi kur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_pack_dialog.py" />
            <source>Training packs (*.zip);;All files (*)</source>
            <translation>Eğitim paketleri (*.zip);;Tüm dosyalar (*)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_pack_dialog.py" />
            <source>A checksum has 64 digits and letters from a to f.</source>
            <translation>Sağlama toplamı 64 rakam ve a-f arası harften oluşur.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_pack_dialog.py" />
            <source>Remove the training pack</source>
            <translation>Eğitim paketini kaldır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_pack_dialog.py" />
            <source>The pack is taken in. It is used from the next start of Hilum on.</source>
            <translation>Paket kuruldu. Hilum'un sonraki açılışından itibaren kullanılır.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_pack_dialog.py" />
            <source>This installation can train, with PyTorch {version} from {folder}.</source>
            <translation>Bu kurulum eğitim yapabilir: PyTorch {version}, klasör: {folder}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_pack_dialog.py" />
            <source>The pack is taken in, with PyTorch {version}. Training can begin.</source>
            <translation>Paket PyTorch {version} ile kuruldu. Eğitim başlayabilir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_controller.py" />
            <source>The audit was stopped.</source>
            <translation>Denetim durduruldu.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>A network learns whatever tells the classes apart, not only the disease. So the program tries to tell them itself, from
things that have nothing to do with it:

•  the picture with the lungs hidden, its corners and its edges
•  grey values, sharpness and noise alone
•  size, file format, compression, DICOM headers and file names
•  the source, if it is known, and what is left within one source

Where that works, a model trained on these images may look excellent and yet know nothing of the disease.</source>
            <translation>Bir ağ yalnızca hastalığı değil, sınıfları birbirinden ayıran her şeyi öğrenir. Bu yüzden program sınıfları hastalıkla
ilgisi olmayan şeylerden ayırt etmeyi kendisi dener:

•  akciğerleri gizlenmiş görüntü, köşeleri ve kenarları
•  yalnızca gri değerler, keskinlik ve gürültü
•  boyut, dosya biçimi, sıkıştırma, DICOM başlıkları ve dosya adları
•  biliniyorsa kaynak ve tek bir kaynağın içinde kalanlar

Bunun başarıldığı yerde, bu görüntülerle eğitilen bir model mükemmel görünebilir ve yine de hastalık hakkında hiçbir şey bilmeyebilir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>What was looked at</source>
            <translation>Neye bakıldı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>How well</source>
            <translation>Ne kadar iyi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>What it amounts to</source>
            <translation>Ne anlama geliyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>Each of these has nothing to do with a disease of the lungs, or next to nothing</source>
            <translation>Bunların hiçbirinin bir akciğer hastalığıyla ilgisi yoktur ya da neredeyse yoktur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>From the left end, chance, to the right end, always right; the thin line is the 95% interval</source>
            <translation>Sol uç şans, sağ uç her zaman doğru; ince çizgi %95 aralıktır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>Chance that an image with the disease is ranked above one without: 0.5 is guessing, 1 is always right</source>
            <translation>Hastalık olan bir görüntünün olmayandan üstte sıralanma olasılığı: 0,5 tahmindir, 1 her zaman doğrudur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>After correction for the number of probes; what could be chance is said to tell nothing</source>
            <translation>Bakılanların sayısına göre düzeltildikten sonra; şansa bağlı olabilecek olan bir şey ele vermiyor sayılır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>gives it away</source>
            <translation>ele veriyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>hints at it</source>
            <translation>ipucu veriyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>hints a little</source>
            <translation>biraz ipucu veriyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>tells nothing</source>
            <translation>bir şey ele vermiyor</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>{count} images looked at</source>
            <translation>
                <numerusform>{count} görüntüye bakıldı</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>{looked_at}. “{positive}” was told from everything else.</source>
            <translation>{looked_at}. “{positive}” diğer her şeyden ayırt edildi.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>{problem} Training can go on without it; then nothing is known about shortcuts.</source>
            <translation>{problem} Eğitim bunsuz da sürebilir; o zaman kestirme ipuçları hakkında hiçbir şey bilinmez.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>{count} images looked at, drawn at random from {all}</source>
            <translation>
                <numerusform>{all} görüntü arasından rastgele seçilen {count} görüntüye bakıldı</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>{looked_at}; in {count} no lungs were found, and nearly all was hidden</source>
            <translation>{looked_at}; {count} görüntüde akciğer bulunamadı ve neredeyse tamamı gizlendi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>too few images</source>
            <translation>çok az görüntü</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>not seen by a network</source>
            <translation>ağ bunu görmez</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>Progress of the audit</source>
            <translation>Denetimin ilerlemesi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>Cance&amp;l</source>
            <translation>İ&amp;ptal</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>Stop looking for shortcuts</source>
            <translation>Kestirme ipuçlarını aramayı durdurur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>A&amp;udit again</source>
            <translation>Yeniden &amp;denetle</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>Look for shortcuts in the checked images again</source>
            <translation>Kontrol edilen görüntülerde kestirme ipuçlarını yeniden arar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>The images have not been audited yet.</source>
            <translation>Görüntüler henüz denetlenmedi.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>What tells the class, the worst first</source>
            <translation>Sınıfı ele verenler, en kötüsü başta</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>What it saw: above images with “{positive}”, below others</source>
            <translation>Neyi gördü: üstte “{positive}” görüntüleri, altta diğerleri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>What it saw: above images with “{positive}”, below others, drawn at random.</source>
            <translation>Neyi gördü: üstte “{positive}” görüntüleri, altta diğerleri, rastgele seçildi.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>Looking for shortcuts. You can go on to the next pages meanwhile.</source>
            <translation>Kestirme ipuçları aranıyor. Bu sırada sonraki sayfalara geçebilirsiniz.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>Looking for shortcuts: {what}, {done} of {total}. You can go on to the next pages meanwhile.</source>
            <translation>Kestirme ipuçları aranıyor: {what}, {done} / {total}. Bu sırada sonraki sayfalara geçebilirsiniz.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>Sources</source>
            <translation>Kaynaklar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/audit_page.py" />
            <source>About the chosen row, and the sources</source>
            <translation>Seçili satır ve kaynaklar hakkında</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/augmentation_panel.py" />
            <source>One image and its variants</source>
            <translation>Bir görüntü ve değişik biçimleri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/augmentation_panel.py" />
            <source>The image itself first, then how training will see it</source>
            <translation>Önce görüntünün kendisi, sonra eğitimin onu göreceği biçimler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/augmentation_panel.py" />
            <source>Drawing the first variants…</source>
            <translation>İlk örnekler çiziliyor…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/augmentation_panel.py" />
            <source>In every epoch each image is drawn anew, as here.</source>
            <translation>Her epokta her görüntü, burada olduğu gibi yeniden çizilir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/augmentation_panel.py" />
            <source>Kinds of augmentation</source>
            <translation>Veri artırma türleri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/augmentation_panel.py" />
            <source>Defa&amp;ults</source>
            <translation>Var&amp;sayılanlar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/augmentation_panel.py" />
            <source>Every kind as it was at first</source>
            <translation>Her tür başlangıçtaki gibi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/augmentation_panel.py" />
            <source>All o&amp;ff</source>
            <translation>&amp;Tümünü kapat</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/augmentation_panel.py" />
            <source>Train on the images as they are</source>
            <translation>Görüntüler oldukları gibi eğitilir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/augmentation_panel.py" />
            <source>Dra&amp;w again</source>
            <translation>Yeniden &amp;çiz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/augmentation_panel.py" />
            <source>Other random variants of the same image</source>
            <translation>Aynı görüntünün rastgele başka biçimleri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/augmentation_panel.py" />
            <source>Other &amp;image</source>
            <translation>Başka g&amp;örüntü</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/augmentation_panel.py" />
            <source>Variants of another image</source>
            <translation>Başka bir görüntünün biçimleri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/augmentation_panel.py" />
            <source>the image itself</source>
            <translation>görüntünün kendisi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/augmentation_panel.py" />
            <source>{kind}, range</source>
            <translation>{kind}, aralık</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/augmentation_panel.py" />
            <source>variant {number}</source>
            <translation>varyant {number}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>This is looked at before anything is trained:

•  files that cannot be read, and very small or odd images
•  how many images each class and source has
•  the same image in two classes
•  duplicates, also resized, compressed again, brighter or darker, cropped or mirrored
•  patients in several classes, and images whose patient is not known

Duplicates and images of one patient are kept together: a model is never tested on what it has learnt from.</source>
            <translation>Herhangi bir şey eğitilmeden önce şunlara bakılır:

•  okunamayan dosyalar, çok küçük veya olağandışı görüntüler
•  her sınıfta ve kaynakta kaç görüntü olduğu
•  iki sınıfta birden bulunan aynı görüntü
•  kopyalar: boyutu değiştirilmiş, yeniden sıkıştırılmış, daha açık veya koyu, kırpılmış veya yansıtılmış olanlar da
•  birkaç sınıfta bulunan hastalar ve hastası bilinmeyen görüntüler

Kopyalar ve aynı hastanın görüntüleri bir arada tutulur: bir model hiçbir zaman öğrendiği görüntülerde sınanmaz.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>Must be mended</source>
            <translation>Düzeltilmesi gerekiyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>Look at this</source>
            <translation>Gözden geçirin</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>For your information</source>
            <translation>Bilginize</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>{count} groups of duplicates</source>
            <translation>
                <numerusform>{count} kopya grubu</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>Images checked</source>
            <translation>Kontrol edilen görüntüler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>Stop checking</source>
            <translation>Kontrolü durdurur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>Check a&amp;gain</source>
            <translation>Yeniden kontr&amp;ol et</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>Read the images again, after you have changed some</source>
            <translation>Bazılarını değiştirdikten sonra görüntüleri yeniden okur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>Findings</source>
            <translation>Bulgular</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>Images of each class and source</source>
            <translation>Her sınıfın ve kaynağın görüntüleri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>Files of this finding</source>
            <translation>Bu bulgunun dosyaları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <location filename="../../desktop_app/training_wizard/look_page.py" />
            <source>Double click or Enter shows an image in the viewer</source>
            <translation>Çift tıklama veya Enter görüntüyü görüntüleyicide gösterir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>class</source>
            <translation>sınıf</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>Checking the images, and looking for duplicates: {done} of {total}.</source>
            <translation>Görüntüler kontrol ediliyor ve kopyalar aranıyor: {done} / {total}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>{count} findings must be mended before anything can be trained.</source>
            <translation>
                <numerusform>Eğitim başlamadan önce {count} bulgunun düzeltilmesi gerekiyor.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>Checking the images: reading each, looking for duplicates.</source>
            <translation>Görüntüler kontrol ediliyor: her biri okunuyor, kopyalar aranıyor.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>Training can begin.</source>
            <translation>Eğitim başlayabilir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>source not named</source>
            <translation>kaynağı belirtilmemiş</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <location filename="../../desktop_app/training_wizard/figures_table.py" />
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>images</source>
            <translation>görüntü sayısı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>Nothing to complain about.</source>
            <translation>Kusur bulunmadı.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>all</source>
            <translation>tümü</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>and {count} more</source>
            <translation>ve {count} tane daha</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/check_page.py" />
            <source>Group {number}: {files} files</source>
            <translation>Grup {number}: {files} dosya</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/training_wizard/confusion_view.py" />
            <source>{count} images of {true} decided as {decided}</source>
            <translation>
                <numerusform>Sınıfı {true} olan, {decided} kararı verilen {count} görüntü</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/confusion_view.py" />
            <source>A click opens a cell's cases in the viewer.</source>
            <translation>Bir hücreye tıklayınca olguları görüntüleyicide açılır.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/confusion_view.py" />
            <source>decided as</source>
            <translation>verilen karar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/confusion_view.py" />
            <source>true class</source>
            <translation>gerçek sınıf</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/confusion_view.py" />
            <source>{cases}; a click shows them</source>
            <translation>{cases}; tıklama bunları gösterir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/controller.py" />
            <source>The check was stopped.</source>
            <translation>Kontrol durduruldu.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/curves_view.py" />
            <source>loss</source>
            <translation>kayıp</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/curves_view.py" />
            <source>AUC, held out</source>
            <translation>AUC, ayrılan görüntüler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/curves_view.py" />
            <source>accuracy, held out</source>
            <translation>doğruluk, ayrılan görüntüler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/curves_view.py" />
            <source>epoch</source>
            <translation>epok</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/curves_view.py" />
            <source>{curve} after each epoch, one line per fold</source>
            <translation>Her epoktan sonra {curve}, her kat için bir çizgi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/disease_table.py" />
            <source>Looked at</source>
            <translation>Neye bakıldı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/disease_table.py" />
            <source>Figure (95% interval)</source>
            <translation>Değer (%95 aralık)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/disease_table.py" />
            <source>What it means</source>
            <translation>Ne anlama geliyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/disease_table.py" />
            <source>What each fold's network was asked about images that it had not learnt from</source>
            <translation>Her katın ağına, öğrenmediği görüntüler hakkında ne soruldu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/disease_table.py" />
            <source>Area under the ROC curve, or a share</source>
            <translation>ROC eğrisi altındaki alan veya bir pay</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/disease_table.py" />
            <source>In words; what speaks against the model stands out</source>
            <translation>Sözle; modelin aleyhine olan öne çıkarılır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/disease_table.py" />
            <source>Whether it looks at the disease</source>
            <translation>Hastalığa bakıp bakmadığı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/figures_table.py" />
            <source>accuracy</source>
            <translation>doğruluk</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/figures_table.py" />
            <source>F1</source>
            <translation>F1</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/figures_table.py" />
            <source>Share of images decided rightly</source>
            <translation>Doğru karar verilen görüntülerin payı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/figures_table.py" />
            <source>Share of positive images that were found</source>
            <translation>Bulunan pozitif görüntülerin payı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/figures_table.py" />
            <source>Share of negative images that were cleared</source>
            <translation>Temize çıkarılan negatif görüntülerin payı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/figures_table.py" />
            <source>Positive predictive value, at this collection's own prevalence</source>
            <translation>Pozitif öngörü değeri, bu koleksiyonun kendi prevalansında</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/figures_table.py" />
            <source>Negative predictive value, at this collection's own prevalence</source>
            <translation>Negatif öngörü değeri, bu koleksiyonun kendi prevalansında</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/figures_table.py" />
            <source>Harmonic mean of sensitivity and PPV</source>
            <translation>Duyarlılık ile PPD değerinin harmonik ortalaması</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/figures_table.py" />
            <source>Area under the ROC curve: chance that a positive image ranks above a negative one</source>
            <translation>ROC eğrisi altındaki alan: pozitif bir görüntünün negatif olandan üstte sıralanma olasılığı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/figures_table.py" />
            <source>Figures with their 95% intervals</source>
            <translation>Değerler ve %95 aralıkları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/figures_table.py" />
            <source>all images</source>
            <translation>tüm görüntüler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <source>chest images/
 ├─ COVID-19/
 │   ├─ a.png
 │   └─ b.dcm
 └─ Non-COVID-19/
     ├─ c.jpg
     └─ d.dcm</source>
            <translation>akciğer görüntüleri/
 ├─ COVID-19/
 │   ├─ a.png
 │   └─ b.dcm
 └─ COVID-19 dışı/
     ├─ c.jpg
     └─ d.dcm</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <source>index.csv
  file,label,patient_id,source
  a.png,COVID-19,P1,north
  b.dcm,COVID-19,P1,north
  c.jpg,Non-COVID-19,P7,south
  d.dcm,Non-COVID-19,P9,south</source>
            <translation>dizin.csv
  file,label,patient_id,source
  a.png,COVID-19,P1,kuzey
  b.dcm,COVID-19,P1,kuzey
  c.jpg,COVID-19 dışı,P7,güney
  d.dcm,COVID-19 dışı,P9,güney</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <source>{images} images in {classes} classes:</source>
            <translation>{classes} sınıfta {images} görüntü:</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <source>No images chosen yet.</source>
            <translation>Henüz görüntü seçilmedi.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <source>Used lately</source>
            <translation>Son kullanılanlar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <source>Folders used lately</source>
            <translation>Son kullanılan klasörler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <source>Double click or Enter takes a folder again</source>
            <translation>Çift tıklama veya Enter bir klasörü yeniden seçer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <source>Looking for images…</source>
            <translation>Görüntüler aranıyor…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <source>{images} images in {classes} classes, from {sources} sources:</source>
            <translation>{classes} sınıfta, {sources} kaynaktan {images} görüntü:</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <source>Folder with one subfolder for each class</source>
            <translation>Her sınıf için bir alt klasör içeren klasör</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <source>Table of images</source>
            <translation>Görüntü tablosu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <source>Table (*.csv *.tsv *.txt);;Every file (*)</source>
            <translation>Tablo (*.csv *.tsv *.txt);;Tüm dosyalar (*)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <source>The subfolder's name, or the label, is the class: two classes, up to ten. Of DICOM files the patient and the institution are read. In a table patient_id, source and split may be left out; with patient_id, images of one patient are never learnt from and tested on at once.</source>
            <translation>Alt klasörün adı veya etiket sınıftır: iki sınıf, en çok on. DICOM dosyalarından hasta ve kurum okunur. Bir tabloda patient_id, source ve split bulunmayabilir; patient_id varsa aynı hastanın görüntüleri hiçbir zaman hem öğrenmede hem sınamada kullanılmaz.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <source>Choose the images that the model shall learn from: a folder with one subfolder for each class, or a table (CSV). Nothing is copied or changed, and nothing leaves this computer.</source>
            <translation>Modelin öğreneceği görüntüleri seçin: her sınıf için bir alt klasör içeren bir klasör veya bir tablo (CSV). Hiçbir şey kopyalanmaz veya değiştirilmez ve hiçbir şey bu bilgisayardan dışarı çıkmaz.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <source>Choose a folder with one subfolder for each class</source>
            <translation>Her sınıf için bir alt klasör içeren bir klasör seçin</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <source>Choose &amp;table…</source>
            <translation>&amp;Tablo seç…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <source>Choose a CSV file that names images and their classes</source>
            <translation>Görüntülerin ve sınıflarının adlarını içeren bir CSV dosyası seçin</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <source>or drop one here</source>
            <translation>veya buraya bırakın</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <location filename="../../desktop_app/window_actions.py" />
            <source>Training &amp;runs…</source>
            <translation>&amp;Eğitim çalışmaları…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <source>Open, continue or remove an earlier training run</source>
            <translation>Önceki bir eğitim çalışmasını açın, sürdürün veya kaldırın</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <source>A folder looks like this</source>
            <translation>Bir klasör böyle görünür</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/folder_page.py" />
            <source>A table looks like this</source>
            <translation>Bir tablo böyle görünür</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/look_page.py" />
            <source>Samples, densities, augmentation</source>
            <translation>Örnekler, yoğunluklar, veri artırma</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/look_page.py" />
            <source>&amp;Samples</source>
            <translation>Örnekle&amp;r</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/look_page.py" />
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>&amp;Pixel densities</source>
            <translation>&amp;Piksel yoğunlukları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/look_page.py" />
            <source>Au&amp;gmentation</source>
            <translation>&amp;Veri artırma</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/look_page.py" />
            <source>Look for what gives a class away without being disease: text, markers, borders, another machine. A model learns that first.</source>
            <translation>Hastalık olmadığı hâlde bir sınıfı ele verenlere bakın: yazı, işaret, kenarlık, başka bir cihaz. Bir model önce bunları öğrenir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/look_page.py" />
            <source>&amp;Other samples</source>
            <translation>&amp;Başka örnekler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/look_page.py" />
            <source>Show other images of each class</source>
            <translation>Her sınıfın başka görüntülerini gösterir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/look_page.py" />
            <source>Mean distribution of the pixels of each class (the paper's Figure 2). Curves that lie apart on the displayed scale mean that exposure or collimation tell the classes apart.</source>
            <translation>Her sınıfın piksellerinin ortalama dağılımı (makaledeki Şekil 2). Gösterilen ölçekte birbirinden ayrı duran eğriler, sınıfların ışınlama veya kolimasyondan ayırt edilebildiği anlamına gelir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/look_page.py" />
            <source>Samples of {name}</source>
            <translation>{name} örnekleri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>&amp;Quick</source>
            <translation>&amp;Hızlı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>&amp;Partial</source>
            <translation>Kı&amp;smi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>F&amp;ull</source>
            <translation>Ta&amp;m</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>2 to 20; 1 trains one fold of five for a quick look</source>
            <translation>2 ile 20 arası; 1, hızlı bir bakış için beş kattan birini eğitir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>1 of 5, a quick look</source>
            <translation>5 kattan biri, hızlı bir bakış</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>Passes over the training images of a fold</source>
            <translation>Bir katın eğitim görüntülerinin üzerinden kaç kez geçileceği</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>as the recipe says</source>
            <translation>tarifteki gibi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>Images per step; the paper's is 32</source>
            <translation>Adım başına görüntü; makaledeki 32</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>Learning rate of Adam; the paper's is 0.0003</source>
            <translation>Adam öğrenme hızı; makaledeki 0,0003</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>Weight decay; 0 is plain Adam, as in the paper</source>
            <translation>Ağırlık azaltma; 0, makaledeki gibi yalın Adam demektir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>Of everything random: the same seed gives the same run on a processor</source>
            <translation>Rastgele olan her şey için: aynı tohum değeri bir işlemcide aynı çalışmayı verir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>Train the final model on all images after the folds</source>
            <translation>Katlardan sonra nihai modeli tüm görüntülerle eğit</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>Without it there are figures but no model to use</source>
            <translation>Bu olmadan değerler olur, ancak kullanılacak model olmaz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>&amp;Measure again</source>
            <translation>Yeniden öl&amp;ç</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>Measure again how long each depth takes here</source>
            <translation>Her derinliğin burada ne kadar sürdüğünü yeniden ölçer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>Ad&amp;vanced settings</source>
            <translation>Gelişmiş a&amp;yarlar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>Batch, learning rate, weight decay, seed, device, final training</source>
            <translation>Yığın, öğrenme hızı, ağırlık azaltma, tohum değeri, aygıt, son eğitim</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>Measuring how long each depth takes here…</source>
            <translation>Her derinliğin burada ne kadar sürdüğü ölçülüyor…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>Measured with a few real steps on this computer, for the whole run.</source>
            <translation>Bu bilgisayarda birkaç gerçek adımla, çalışmanın tamamı için ölçüldü.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>The times have not been measured for these settings.</source>
            <translation>Süreler bu ayarlar için ölçülmedi.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>N&amp;ame of the model</source>
            <translation>Modelin a&amp;dı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>P&amp;ositive class</source>
            <translation>P&amp;ozitif sınıf</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>Start wei&amp;ghts</source>
            <translation>Başlangıç a&amp;ğırlıkları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>&amp;Folds</source>
            <translation>Katla&amp;r</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>&amp;Epochs</source>
            <translation>&amp;Epoklar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>Shortcuts</source>
            <translation>Kestirme ipuçları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>Batc&amp;h</source>
            <translation>Y&amp;ığın</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>&amp;Learning rate</source>
            <translation>&amp;Öğrenme hızı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>&amp;Weight decay</source>
            <translation>Ağırlık a&amp;zaltma</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>See&amp;d</source>
            <translation>&amp;Tohum değeri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>Devi&amp;ce</source>
            <translation>&amp;Aygıt</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <location filename="../../desktop_app/training_wizard/step_list.py" />
            <source>Plan</source>
            <translation>Plan</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>about {duration}</source>
            <translation>yaklaşık {duration}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/plan_page.py" />
            <source>{time} – recommended here</source>
            <translation>{time} – burada önerilen</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_controller.py" />
            <source>{model} is kept and classifies from now on. Tools &gt; Models goes back.</source>
            <translation>{model} artık saklanıyor ve bundan böyle sınıflandırıyor. Araçlar &gt; Modeller ile geri dönülür.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_controller.py" />
            <source>Dossier saved as {pdf} and {json}.</source>
            <translation>Doğrulama dosyası kaydedildi: {pdf} ve {json}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_controller.py" />
            <source>Computing the figures…</source>
            <translation>Değerler hesaplanıyor…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>That is the default; another is chosen under Threshold.</source>
            <translation>Bu varsayılandır; başka bir eşik Eşik sekmesinde seçilir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>This was chosen on these images, which flatters the figures: later images will do somewhat worse.</source>
            <translation>Bu eşik bu görüntülere göre seçildi; bu, değerleri olduğundan iyi gösterir: sonraki görüntülerde sonuç biraz daha kötü olur.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>The figures are for deciding “{positive}” from a probability of {chosen} on. {origin}</source>
            <translation>Değerler, {chosen} ve üstündeki olasılıkta “{positive}” kararı verildiğinde geçerlidir. {origin}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>Limits</source>
            <translation>Sınırlar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>Threshold of the model</source>
            <translation>Modelin eşiği</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>Figures, disease, curves, threshold, limits, comparison, densities</source>
            <translation>Değerler, hastalık, eğriler, eşik, sınırlar, karşılaştırma, yoğunluklar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>&amp;Figures</source>
            <translation>De&amp;ğerler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>Disease or &amp;shortcut</source>
            <translation>&amp;Hastalık mı, kestirme ipucu mu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>C&amp;urves</source>
            <translation>&amp;Eğriler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>&amp;Threshold</source>
            <translation>Eş&amp;ik</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>&amp;Limits</source>
            <translation>&amp;Sınırlar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>Co&amp;mparison</source>
            <translation>Karşılaş&amp;tırma</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>&amp;Use this model</source>
            <translation>&amp;Bu modeli kullan</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>Keep it as a new version and classify with it from now on</source>
            <translation>Yeni bir sürüm olarak saklar ve bundan böyle onunla sınıflandırır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>C&amp;ompare with active model</source>
            <translation>Etkin &amp;modelle karşılaştır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>Both models on these same images: McNemar, DeLong</source>
            <translation>Aynı görüntülerde iki model: McNemar, DeLong</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>S&amp;ave dossier…</source>
            <translation>&amp;Doğrulama dosyası…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>Everything about this run: a PDF to read, and the same as JSON beside it to compute with</source>
            <translation>Bu çalışmayla ilgili her şey: okumak için bir PDF ve yanında, hesaplamak için JSON olarak aynısı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>Open &amp;run folder</source>
            <translation>Çalışma klasörünü &amp;aç</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>Show the run's files in the file manager</source>
            <translation>Çalışmanın dosyalarını dosya yöneticisinde gösterir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>Working</source>
            <translation>Çalışıyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>There is no result yet.</source>
            <translation>Henüz sonuç yok.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>Press “Compare with active model” to see both models on these images.</source>
            <translation>Bu görüntülerde iki modeli görmek için “Etkin modelle karşılaştır” düğmesine basın.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>Save dossier (PDF, and JSON beside it)</source>
            <translation>Doğrulama dosyasını kaydet (PDF ve yanında JSON)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>Judging the images at {threshold}…</source>
            <translation>Görüntüler {threshold} eşiğinde değerlendiriliyor…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>Figures</source>
            <translation>Değerler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>In use, the model will decide “{positive}” from a probability of {chosen} on. {origin}</source>
            <translation>Kullanımda model, {chosen} ve üstündeki olasılıkta “{positive}” kararı verecek. {origin}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>In use, the model will decide “{positive}” from a probability of {chosen} on, {calibrated} once calibrated. {origin}</source>
            <translation>Kullanımda model, {chosen} ve üstündeki olasılıkta, kalibrasyondan sonra {calibrated}, “{positive}” kararı verecek. {origin}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>Comparison</source>
            <translation>Karşılaştırma</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>This run made figures only: it was planned without the final training on all images</source>
            <translation>Bu çalışma yalnızca değerleri verdi: tüm görüntülerle son eğitim olmadan planlanmıştı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_page.py" />
            <source>{name}: {right} of {count} images right when held out, {wrong} wrong; AUC {auc}, accuracy {accuracy}.</source>
            <translation>{name}: ayrılan {count} görüntüden {right} tanesi doğru, {wrong} tanesi yanlış; AUC {auc}, doğruluk {accuracy}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_plots.py" />
            <source>Pooled AUC {auc}, 95% interval.</source>
            <translation>Birleştirilmiş AUC {auc}, %95 aralık.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_plots.py" />
            <source>Average precision {precision}; {share} are positive here.</source>
            <translation>Ortalama kesinlik {precision}; burada pozitiflerin payı {share}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_plots.py" />
            <source>Expected calibration error {before}, after temperature {temperature}: {after}.</source>
            <translation>Beklenen kalibrasyon hatası {before}, sıcaklıktan ({temperature}) sonra {after}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_plots.py" />
            <source>ROC curves, pooled and per fold</source>
            <translation>ROC eğrileri, birleştirilmiş ve katlara göre</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_plots.py" />
            <source>1 - specificity</source>
            <translation>1 - özgüllük</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_plots.py" />
            <source>Precision against recall, pooled</source>
            <translation>Duyarlılığa karşı kesinlik, birleştirilmiş</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_plots.py" />
            <source>recall (sensitivity)</source>
            <translation>duyarlılık (recall)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_plots.py" />
            <source>precision (PPV)</source>
            <translation>kesinlik (PPD)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_plots.py" />
            <source>Calibration, before and after temperature</source>
            <translation>Kalibrasyon, sıcaklıktan önce ve sonra</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_plots.py" />
            <source>predicted probability</source>
            <translation>tahmin edilen olasılık</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_plots.py" />
            <source>observed share</source>
            <translation>gözlenen pay</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_plots.py" />
            <location filename="../../desktop_app/training_wizard/words.py" />
            <source>pooled</source>
            <translation>birleştirilmiş</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_plots.py" />
            <source>as trained</source>
            <translation>eğitildiği gibi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_plots.py" />
            <source>after temperature</source>
            <translation>sıcaklıktan sonra</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_work.py" />
            <source>1 fold of 5</source>
            <translation>5 kattan biri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_work.py" />
            <source>AUC {auc}</source>
            <translation>AUC {auc}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/result_work.py" />
            <source>accuracy {accuracy}</source>
            <translation>doğruluk {accuracy}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/run_page.py" />
            <source>Pausing after the current step.</source>
            <translation>Geçerli adımdan sonra duraklatılacak.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/run_page.py" />
            <source>No training has been started yet.</source>
            <translation>Henüz eğitim başlatılmadı.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/run_page.py" />
            <source>Writing the run to disk.</source>
            <translation>Çalışma diske yazılıyor.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/run_page.py" />
            <source>Stopping.</source>
            <translation>Durduruluyor.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/run_page.py" />
            <source>Stopped. It can be resumed from the last epoch that was finished.</source>
            <translation>Durduruldu. Tamamlanan son epoktan sürdürülebilir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/run_page.py" />
            <source>The training stopped with an error. It can be resumed from the last epoch that was finished.</source>
            <translation>Eğitim bir hatayla durdu. Tamamlanan son epoktan sürdürülebilir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/run_page.py" />
            <source>Finished.</source>
            <translation>Tamamlandı.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/run_page.py" />
            <source>Progress of the training</source>
            <translation>Eğitimin ilerlemesi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/run_page.py" />
            <source>Curves of loss, AUC and accuracy are drawn here after the first epoch.</source>
            <translation>Kayıp, AUC ve doğruluk eğrileri ilk epoktan sonra burada çizilir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/run_page.py" />
            <source>What has happened</source>
            <translation>Neler oldu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/run_page.py" />
            <source>&amp;Pause</source>
            <translation>D&amp;uraklat</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/run_page.py" />
            <source>Stand still after the current step; the computer is free meanwhile</source>
            <translation>Şimdiki adımdan sonra bekler; bu sırada bilgisayar serbesttir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/run_page.py" />
            <source>C&amp;ontinue</source>
            <translation>De&amp;vam et</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/run_page.py" />
            <source>Go on training</source>
            <translation>Eğitime devam eder</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/run_page.py" />
            <source>&amp;Stop</source>
            <translation>&amp;Durdur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/run_page.py" />
            <source>Stop now; the run can be resumed from its last finished epoch</source>
            <translation>Şimdi durdurur; çalışma tamamlanan son epoktan sürdürülebilir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/run_page.py" />
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>&amp;Resume</source>
            <translation>&amp;Sürdür</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/run_page.py" />
            <source>Take the run up again from its last finished epoch</source>
            <translation>Çalışmayı tamamlanan son epoktan yeniden ele alır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/run_page.py" />
            <source>Log</source>
            <translation>Günlük</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/run_page.py" />
            <source>on {device}, {precision}</source>
            <translation>aygıt {device}, {precision}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/run_page.py" />
            <source>{images} images a second</source>
            <translation>saniyede {images} görüntü</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/run_page.py" />
            <source>about {duration} left</source>
            <translation>yaklaşık {duration} kaldı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>name</source>
            <translation>ad</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>state</source>
            <translation>durum</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>changed</source>
            <translation>değişiklik</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>what</source>
            <translation>plan</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>not begun</source>
            <comment>state of a run</comment>
            <translation>başlamadı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>training</source>
            <comment>state of a run</comment>
            <translation>eğitiliyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>stopped, can be resumed</source>
            <comment>state of a run</comment>
            <translation>durduruldu, sürdürülebilir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>finished</source>
            <comment>state of a run</comment>
            <translation>tamamlandı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>failed, can be resumed</source>
            <comment>state of a run</comment>
            <translation>başarısız, sürdürülebilir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>cannot be read</source>
            <comment>state of a run</comment>
            <translation>okunamıyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>Training runs – Hilum</source>
            <translation>Eğitim çalışmaları – Hilum</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>Training runs</source>
            <translation>Eğitim çalışmaları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <location filename="../../desktop_app/worklist/worklist_window.py" />
            <source>&amp;Open</source>
            <translation>&amp;Aç</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>Show the run in the training window</source>
            <translation>Çalışmayı eğitim penceresinde gösterir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>Go on training from the last finished epoch</source>
            <translation>Eğitime tamamlanan son epoktan devam eder</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>Re&amp;move</source>
            <translation>Kaldı&amp;r</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>Delete the run's files; models that were kept stay</source>
            <translation>Çalışmanın dosyalarını siler; saklanan modeller kalır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>Remove training runs</source>
            <translation>Eğitim çalışmalarını kaldır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>&amp;Train a model…</source>
            <translation>&amp;Model eğit…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>Begin a new training</source>
            <translation>Yeni bir eğitim başlatır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>There is no training run yet: Tools &gt; Train a model.</source>
            <translation>Henüz eğitim çalışması yok: Araçlar &gt; Model eğit.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>Delete {runs}? The figures and everything else of the run are gone then; models that were kept stay.</source>
            <translation>{runs} silinsin mi? Değerler ve çalışmaya ait diğer her şey yok olur; saklanan modeller kalır.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/runs_window.py" />
            <source>In {folder}</source>
            <translation>Klasör: {folder}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/shortcut_panel.py" />
            <source>the image</source>
            <translation>görüntü</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/shortcut_panel.py" />
            <source>another body</source>
            <translation>başka bir gövde</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/shortcut_panel.py" />
            <source>its lungs in that body</source>
            <translation>akciğerleri o gövdede</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/shortcut_panel.py" />
            <source>spectrum mixed as well</source>
            <translation>spektrum da karışık</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/shortcut_panel.py" />
            <source>&amp;Train against shortcuts</source>
            <translation>Kestirme i&amp;puçlarına karşı eğit</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/shortcut_panel.py" />
            <source>Leave out positive &amp;images in which no disease can be seen</source>
            <translation>Hastalığın görülemediği pozitif görünt&amp;üleri dışarıda bırak</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/shortcut_panel.py" />
            <source>One image and what training against shortcuts makes of it</source>
            <translation>Bir görüntü ve kestirme ipuçlarına karşı eğitimin ondan yaptıkları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/shortcut_panel.py" />
            <source>From left to right: what becomes of an image, with another image's body</source>
            <translation>Soldan sağa: bir görüntünün, başka bir görüntünün gövdesiyle ne olduğu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/shortcut_panel.py" />
            <source>The label stays that of the first image. In every epoch each image is drawn anew.</source>
            <translation>Etiket ilk görüntünün etiketi olarak kalır. Her epokta her görüntü yeniden çizilir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/shortcut_panel.py" />
            <source>No two lung fields were found in one of these images: look at other images.</source>
            <translation>Bu görüntülerin birinde iki akciğer alanı bulunamadı: başka görüntülere bakın.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/shortcut_panel.py" />
            <source>Drawing examples…</source>
            <translation>Örnekler çiziliyor…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/shortcut_panel.py" />
            <source>Other e&amp;xamples</source>
            <translation>Ba&amp;şka örnekler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/shortcut_panel.py" />
            <source>Other images, drawn at random</source>
            <translation>Rastgele seçilen başka görüntüler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/start_chooser.py" />
            <source>I agree: about 100 MB are fetched from download.pytorch.org, once; nothing is sent</source>
            <translation>Kabul ediyorum: download.pytorch.org adresinden bir kez yaklaşık 100 MB indirilir; hiçbir şey gönderilmez</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/start_chooser.py" />
            <source>What the network knows before it learns from your images</source>
            <translation>Ağın, görüntülerinizden öğrenmeden önce ne bildiği</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/start_chooser.py" />
            <source>Choose weights file…</source>
            <translation>Ağırlık dosyası seç…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/start_chooser.py" />
            <source>Choose a safetensors file of a ResNet-50</source>
            <translation>Bir ResNet-50 ağının safetensors dosyasını seçin</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/start_chooser.py" />
            <source>Without a network connection the run says so and stops</source>
            <translation>Ağ bağlantısı yoksa çalışma bunu bildirir ve durur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/start_chooser.py" />
            <source>Weights of a ResNet-50</source>
            <translation>Bir ResNet-50 ağının ağırlıkları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/start_chooser.py" />
            <source>Safetensors (*.safetensors)</source>
            <translation>Safetensors (*.safetensors)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/start_chooser.py" />
            <source>The bundled model</source>
            <translation>Birlikte gelen model</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/start_chooser.py" />
            <source>A weights file</source>
            <translation>Bir ağırlık dosyası</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/start_chooser.py" />
            <source>ImageNet (photographs of everyday things)</source>
            <translation>ImageNet (gündelik nesnelerin fotoğrafları)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/start_chooser.py" />
            <source>Random: the network knows nothing yet</source>
            <translation>Rastgele: ağ henüz hiçbir şey bilmiyor</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/start_chooser.py" />
            <source>No file chosen yet.</source>
            <translation>Henüz dosya seçilmedi.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/start_chooser.py" />
            <source>Package {name}</source>
            <translation>Paket {name}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/step_list.py" />
            <source>Folder</source>
            <translation>Klasör</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/step_list.py" />
            <source>Check</source>
            <translation>Kontrol</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/step_list.py" />
            <source>Audit</source>
            <translation>Denetim</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/step_list.py" />
            <source>Look</source>
            <translation>İnceleme</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/step_list.py" />
            <source>Run</source>
            <translation>Çalışma</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/step_list.py" />
            <source>Steps of the training</source>
            <translation>Eğitimin adımları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/step_list.py" />
            <source>Go to “{page}”</source>
            <translation>Git: “{page}”</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/threshold_panel.py" />
            <source>found</source>
            <translation>bulunan</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/threshold_panel.py" />
            <source>missed</source>
            <translation>kaçırılan</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/threshold_panel.py" />
            <source>false alarms</source>
            <translation>yanlış alarm</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/threshold_panel.py" />
            <source>rightly cleared</source>
            <translation>doğru olarak negatif bulunan</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/threshold_panel.py" />
            <source>Probability from which the decision is positive</source>
            <translation>Kararın pozitif olduğu en küçük olasılık</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/threshold_panel.py" />
            <source>How many of a hundred people who are X-rayed where you work have the condition</source>
            <translation>Çalıştığınız yerde röntgeni çekilen yüz kişiden kaçında bu durum var</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/threshold_panel.py" />
            <source>{value}  ({low} to {high})</source>
            <translation>{value}  ({low}–{high})</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/threshold_panel.py" />
            <source>On these images: sensitivity {sensitivity}, specificity {specificity}.</source>
            <translation>Bu görüntülerde: duyarlılık {sensitivity}, özgüllük {specificity}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/threshold_panel.py" />
            <source>At {prevalence} prevalence a decision “{positive}” is right in {right}, any other in {other_right}.</source>
            <translation>{prevalence} prevalansta “{positive}” kararının doğru olma payı {right}, diğer kararların {other_right}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/threshold_panel.py" />
            <source>Balanc&amp;ed</source>
            <translation>De&amp;ngeli</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/threshold_panel.py" />
            <source>Of 1,000 people who are X-rayed</source>
            <translation>Röntgeni çekilen 1.000 kişiden</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/threshold_panel.py" />
            <source>This holds where people are as ill and as well as in these images. A threshold chosen by these figures flatters them: images that come later do somewhat worse. “Use this model” and the dossier take what is chosen here.</source>
            <translation>Bu, kişilerin bu görüntülerdeki kadar hasta ve sağlıklı olduğu yerde geçerlidir. Bu değerlere göre seçilen bir eşik onları olduğundan iyi gösterir: sonraki görüntülerde sonuç biraz daha kötü olur. “Bu modeli kullan” ve doğrulama dosyası burada seçileni alır.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/window.py" />
            <source>Which images shall the model learn from?</source>
            <translation>Model hangi görüntülerden öğrensin?</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/window.py" />
            <source>Are the images fit to learn from?</source>
            <translation>Görüntüler öğrenmeye uygun mu?</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/window.py" />
            <source>Does anything but the disease give the answer away?</source>
            <translation>Hastalık dışında bir şey yanıtı ele veriyor mu?</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/window.py" />
            <source>What do they look like?</source>
            <translation>Nasıl görünüyorlar?</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/window.py" />
            <source>What shall be trained?</source>
            <translation>Ne eğitilsin?</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/window.py" />
            <source>How good is it?</source>
            <translation>Ne kadar iyi?</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/window.py" />
            <source>Train a model</source>
            <translation>Model eğit</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/window.py" />
            <source>{task} – {page} – Hilum</source>
            <translation>{task} – {page} – Hilum</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/training_wizard/window.py" />
            <source>{name}: {depth}, {folds}, {count} images</source>
            <translation>
                <numerusform>{name}: {depth}, {folds}, {count} görüntü</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/window.py" />
            <source>Go to the page before</source>
            <translation>Önceki sayfaya gider</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/window.py" />
            <source>&amp;Next</source>
            <translation>İler&amp;i</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/window.py" />
            <source>Go to the next page</source>
            <translation>Sonraki sayfaya gider</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/window.py" />
            <source>one fold of five</source>
            <translation>beş kattan biri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/window.py" />
            <source>&amp;Start training</source>
            <translation>Eğitimi &amp;başlat</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/window.py" />
            <source>Start training</source>
            <translation>Eğitimi başlatır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/window.py" />
            <source>Train a model: {name}</source>
            <translation>Model eğit: {name}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/words.py" />
            <source>fold {name}</source>
            <translation>kat {name}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/words.py" />
            <source>source {name}</source>
            <translation>kaynak {name}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/training_wizard/words.py" />
            <source>split {name}</source>
            <translation>bölüm {name}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/annotations.py" />
            <source>F</source>
            <comment>sex of a patient</comment>
            <translation>K</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/annotations.py" />
            <source>M</source>
            <comment>sex of a patient</comment>
            <translation>E</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/annotations.py" />
            <source>Frame {number} / {count}</source>
            <translation>Kare {number} / {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/annotations.py" />
            <source>{columns} x {rows} px</source>
            <translation>{columns} x {rows} px</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/annotations.py" />
            <source>Mirrored</source>
            <translation>Aynalanmış</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/annotations.py" />
            <source>Identity hidden</source>
            <translation>Kimlik gizli</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/annotations.py" />
            <source>Inverted by hand</source>
            <translation>Elle tersine çevrildi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/annotations.py" />
            <source>born {date}</source>
            <translation>doğum {date}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/annotations.py" />
            <source>Turned {angle}</source>
            <translation>Döndürülmüş {angle}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/annotations.py" />
            <source>W {width}  L {level}</source>
            <translation>W {width}  L {level}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/annotations.py" />
            <source>Zoom {percentage}</source>
            <translation>Yakınlaştırma {percentage}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/annotations.py" />
            <source>Mirrored turned {angle}</source>
            <translation>Aynalanmış, döndürülmüş {angle}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/empty_page.py" />
            <source>Drop a chest X-ray here</source>
            <translation>Akciğer grafisini buraya bırakın</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/empty_page.py" />
            <source>Files or folders: DICOM, PNG, JPEG, TIFF, BMP or WebP.
Or paste a picture.</source>
            <translation>Dosya ya da klasör: DICOM, PNG, JPEG, TIFF, BMP veya WebP.
Ya da bir resim yapıştırın.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/empty_page.py" />
            <source>&amp;Open…</source>
            <translation>A&amp;ç…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/empty_page.py" />
            <source>Choose radiographs to open</source>
            <translation>Açılacak grafileri seçin</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/empty_page.py" />
            <location filename="../../desktop_app/welcome_page.py" />
            <source>Choose radiographs to open (Ctrl+O)</source>
            <translation>Açılacak grafileri seçin (Ctrl+O)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/histogram_panel.py" />
            <source>Open a scan to see how its pixel values are distributed.</source>
            <translation>Piksel değerlerinin dağılımını görmek için bir görüntü açın.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/histogram_panel.py" />
            <source>Values on the axis</source>
            <translation>Eksendeki değerler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/histogram_panel.py" />
            <source>Count values as stored in the file, or in the modality's unit</source>
            <translation>Değerleri dosyada saklandığı gibi ya da modalitenin biriminde sayar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/histogram_panel.py" />
            <source>Stored values</source>
            <translation>Saklanan değerler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/histogram_panel.py" />
            <source>Modality values</source>
            <translation>Modalite değerleri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/histogram_panel.py" />
            <source>&amp;Logarithmic</source>
            <translation>Logar&amp;itmik</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/histogram_panel.py" />
            <source>Count on a logarithmic axis: rare values become visible</source>
            <translation>Logaritmik eksende sayar: seyrek değerler görünür olur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/histogram_panel.py" />
            <source>Statistics of the pixels</source>
            <translation>Piksel istatistikleri</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/histogram_panel.py" />
            <source>Histogram or comparison</source>
            <translation>Histogram ya da karşılaştırma</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/histogram_panel.py" />
            <source>Against training images</source>
            <translation>Eğitim görüntüleriyle</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/histogram_panel.py" />
            <source>Counting…</source>
            <translation>Sayılıyor…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/histogram_plot.py" />
            <source>Histogram with window handles</source>
            <translation>Pencere tutamaçlı histogram</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/histogram_plot.py" />
            <source>pixels</source>
            <translation>piksel</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/histogram_plot.py" />
            <source>pixels (log)</source>
            <translation>piksel (log)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/image_canvas.py" />
            <source>Radiograph</source>
            <translation>Grafi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/lung_layer.py" />
            <source>Lung fields</source>
            <translation>Akciğer alanları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/lung_layer.py" />
            <source>Opacity, {share} of the lungs</source>
            <translation>Opasite, akciğerlerin {share} kadarı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/mask_layer.py" />
            <source>Mask for copies: drag over text</source>
            <translation>Kopyalar için maske: yazının üzerinde sürükleyin</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/measurement_items.py" />
            <source>Length: click one end, or drag</source>
            <translation>Uzunluk: bir ucu tıklayın ya da sürükleyin</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/measurement_items.py" />
            <source>Length: click the other end</source>
            <translation>Uzunluk: diğer ucu tıklayın</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/measurement_items.py" />
            <source>Angle: click the end of one arm</source>
            <translation>Açı: bir kolun ucunu tıklayın</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/measurement_items.py" />
            <source>Angle: click the vertex</source>
            <translation>Açı: köşeyi tıklayın</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/measurement_items.py" />
            <source>Angle: click the other end</source>
            <translation>Açı: diğer ucu tıklayın</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/measurement_items.py" />
            <source>Heart/chest 1 of 6: click the midline at the top (a spinous process)</source>
            <translation>Kalp/toraks 1/6: orta hattı yukarıda tıklayın (bir spinöz çıkıntı)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/measurement_items.py" />
            <source>Heart/chest 2 of 6: click the midline at the bottom</source>
            <translation>Kalp/toraks 2/6: orta hattı aşağıda tıklayın</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/measurement_items.py" />
            <source>Heart/chest 3 of 6: click the right heart border, farthest from the midline</source>
            <translation>Kalp/toraks 3/6: sağ kalp sınırını, orta hattan en uzak yerinde tıklayın</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/measurement_items.py" />
            <source>Heart/chest 4 of 6: click the left heart border, farthest from the midline</source>
            <translation>Kalp/toraks 4/6: sol kalp sınırını, orta hattan en uzak yerinde tıklayın</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/measurement_items.py" />
            <source>Heart/chest 5 of 6: click the inner rib border on the patient's right, where the chest is widest</source>
            <translation>Kalp/toraks 5/6: toraksın en geniş olduğu yerde, hastanın sağındaki iç kaburga sınırını tıklayın</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/measurement_items.py" />
            <source>Heart/chest 6 of 6: click the inner rib border on the patient's left</source>
            <translation>Kalp/toraks 6/6: hastanın solundaki iç kaburga sınırını tıklayın</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/measurement_items.py" />
            <source>Region: drag a rectangle</source>
            <translation>Bölge: bir dikdörtgen sürükleyin</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/measurement_items.py" />
            <source>Region: click the opposite corner</source>
            <translation>Bölge: karşı köşeyi tıklayın</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/measurement_items.py" />
            <source>Region: drag an ellipse</source>
            <translation>Bölge: bir elips sürükleyin</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/prior_pane.py" />
            <source>Radiograph of another examination</source>
            <translation>Başka bir tetkikin grafisi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/prior_pane.py" />
            <source>Examination to compare with</source>
            <translation>Karşılaştırılacak tetkik</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/prior_pane.py" />
            <source>Other examinations of this patient, the newest first</source>
            <translation>Bu hastanın diğer tetkikleri, en yenisi başta</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/prior_pane.py" />
            <source>Lin&amp;ked</source>
            <translation>&amp;Bağlı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/prior_pane.py" />
            <source>Window, zoom and move both images together</source>
            <translation>Pencere, yakınlaştırma ve taşımayı iki görüntüye birlikte uygular</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/prior_pane.py" />
            <source>Close the comparison</source>
            <translation>Karşılaştırmayı kapatır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/prior_pane.py" />
            <source>With</source>
            <translation>Diğer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/problem_page.py" />
            <source>Try a&amp;gain</source>
            <translation>Y&amp;eniden dene</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/problem_page.py" />
            <source>Read this scan once more</source>
            <translation>Bu görüntüyü yeniden okur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/problem_page.py" />
            <source>C&amp;opy details</source>
            <translation>Ayrıntıları k&amp;opyala</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/provenance_dialog.py" />
            <source>Stage</source>
            <translation>Aşama</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/provenance_dialog.py" />
            <source>What was done</source>
            <translation>Yapılan işlem</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/provenance_dialog.py" />
            <source>Because of</source>
            <translation>Dayanağı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/provenance_dialog.py" />
            <source>Processing steps</source>
            <translation>İşlem adımları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/provenance_dialog.py" />
            <source>How this picture was made</source>
            <translation>Bu görüntü nasıl oluştu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/provenance_dialog.py" />
            <source>From {name} to the screen, in this order:</source>
            <translation>{name} dosyasından ekrana, şu sırayla:</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/provenance_dialog.py" />
            <source>How the picture of {name} was made:</source>
            <translation>{name} görüntüsü şöyle oluştu:</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/statistics_text.py" />
            <source>Mean</source>
            <translation>Ortalama</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/statistics_text.py" />
            <source>Std. deviation</source>
            <translation>Std. sapma</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/statistics_text.py" />
            <source>Range</source>
            <translation>Aralık</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/statistics_text.py" />
            <source>1st, 99th %</source>
            <translation>%1 ve %99</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/statistics_text.py" />
            <source>5th, 95th %</source>
            <translation>%5 ve %95</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/statistics_text.py" />
            <source>Quartiles</source>
            <translation>Çeyrekler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/statistics_text.py" />
            <source>Median</source>
            <translation>Medyan</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/statistics_text.py" />
            <source>Entropy</source>
            <translation>Entropi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/statistics_text.py" />
            <source>Pixels</source>
            <translation>Piksel</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/statistics_text.py" />
            <source>{low}, {high}</source>
            <comment>two numbers</comment>
            <translation>{low}; {high}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/statistics_text.py" />
            <source>Region</source>
            <translation>Bölge</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/statistics_text.py" />
            <source>{number} bits</source>
            <translation>{number} bit</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/statistics_text.py" />
            <source>Image</source>
            <translation>Görüntü</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Tools</source>
            <translation>Araçlar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Measure</source>
            <translation>Ölçüm</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>View</source>
            <comment>menu</comment>
            <translation>Görünüm</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Show</source>
            <translation>Göster</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Move</source>
            <translation>Taşı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Drag to move the image</source>
            <translation>Görüntüyü taşımak için sürükleyin</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <location filename="../../desktop_app/window_actions.py" />
            <source>Window</source>
            <translation>Pencere</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Drag to change contrast (sideways) and brightness (up); right-drag always does</source>
            <translation>Kontrast (yana) ve parlaklık (yukarı) için sürükleyin; sağ düğme bunu her zaman yapar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Zoom</source>
            <translation>Yakınlaştırma</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Drag up to enlarge; the wheel always zooms at the pointer</source>
            <translation>Büyütmek için yukarı sürükleyin; tekerlek her zaman imlecin olduğu yerde yakınlaştırır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Length</source>
            <comment>a distance</comment>
            <translation>Uzunluk</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Measure a distance</source>
            <translation>Bir uzaklık ölçer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Angle</source>
            <translation>Açı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Measure an angle: end, vertex, end</source>
            <translation>Bir açı ölçer: uç, köşe, uç</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Cardiothoracic ratio</source>
            <translation>Kardiyotorasik oran</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Heart width over chest width, guided in six clicks</source>
            <translation>Kalp genişliğinin toraks genişliğine oranı, altı tıklamalık yönlendirmeyle</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Rectangle</source>
            <translation>Dikdörtgen</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Histogram of a rectangle</source>
            <translation>Bir dikdörtgenin histogramı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Ellipse</source>
            <translation>Elips</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Histogram of an ellipse</source>
            <translation>Bir elipsin histogramı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Mask text</source>
            <translation>Yazıyı maskele</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Black out text in the picture, in de-identified copies of it only</source>
            <translation>Görüntüdeki yazıyı, yalnızca kimliksizleştirilmiş kopyalarında karartır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Fit to window</source>
            <translation>Pencereye sığdır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Show the whole image</source>
            <translation>Görüntünün tamamını gösterir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Actual pixels</source>
            <translation>Gerçek pikseller</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>One image pixel on one pixel of the screen</source>
            <translation>Bir görüntü pikseli bir ekran pikselinde</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Zoom in</source>
            <translation>Yakınlaştır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Enlarge</source>
            <translation>Büyütür</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Zoom out</source>
            <translation>Uzaklaştır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Reduce</source>
            <translation>Küçültür</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Rotate left</source>
            <translation>Sola döndür</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Turn a quarter counterclockwise</source>
            <translation>Saat yönünün tersine çeyrek tur döndürür</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Rotate right</source>
            <translation>Sağa döndür</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Turn a quarter clockwise</source>
            <translation>Saat yönünde çeyrek tur döndürür</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Flip left and right</source>
            <translation>Yatay çevir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Exchange left and right</source>
            <translation>Sol ile sağı değiştirir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Flip top and bottom</source>
            <translation>Dikey çevir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Exchange top and bottom</source>
            <translation>Üst ile altı değiştirir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Reset view</source>
            <translation>Görünümü sıfırla</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>The file's own window, upright, fitted; measurements stay. Space on the image does it too</source>
            <translation>Dosyanın kendi penceresi, dik, sığdırılmış; ölçümler kalır. Görüntü üzerinde boşluk tuşu da yapar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Invert</source>
            <translation>Tersine çevir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Turn black and white</source>
            <translation>Siyah ile beyazı değiştirir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Magnifier</source>
            <translation>Büyüteç</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>A lens at the pointer</source>
            <translation>İmleçte bir mercek</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <location filename="../../desktop_app/viewer/viewer_panel.py" />
            <source>Heat map</source>
            <translation>Isı haritası</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Show the model's heat map over the image</source>
            <translation>Modelin ısı haritasını görüntünün üzerinde gösterir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Lungs and opacities</source>
            <translation>Akciğerler ve opasiteler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Show lung fields and opacities, as the lung network draws them</source>
            <translation>Akciğer alanlarını ve opasiteleri, akciğer ağının çizdiği biçimde gösterir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Fill lungs and opacities</source>
            <translation>Akciğer ve opasiteleri doldur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Fill lung fields and opacities, or outline them only</source>
            <translation>Akciğer alanlarını ve opasiteleri doldurur ya da yalnızca çevresini çizer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Annotations</source>
            <translation>Açıklamalar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Show the text over the image and the scale bar</source>
            <translation>Görüntünün üzerindeki yazıları ve ölçek çubuğunu gösterir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Patient identity</source>
            <translation>Hasta kimliği</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Show what names the patient in the annotations</source>
            <translation>Açıklamalarda hastanın kim olduğunu belirten bilgileri gösterir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Embedded graphics</source>
            <translation>Gömülü çizimler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Show graphics stored with the image</source>
            <translation>Görüntüyle birlikte saklanan çizimleri gösterir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Delete measurement</source>
            <translation>Ölçümü sil</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Delete the selected measurement, or with its tool mask, else the latest</source>
            <translation>Seçili ölçümü, maske aracı etkinse seçili maskeyi, yoksa sonuncuyu siler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Delete all measurements</source>
            <translation>Tüm ölçümleri sil</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Delete every measurement of this image, or with its tool every mask</source>
            <translation>Bu görüntünün tüm ölçümlerini, maske aracı etkinse tüm maskeleri siler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Window presets</source>
            <translation>Pencere hazır ayarları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Windows of the file, and measured on this image</source>
            <translation>Dosyanın pencereleri ve bu görüntüde ölçülenler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Next frame</source>
            <translation>Sonraki kare</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Show the next frame of this file</source>
            <translation>Bu dosyanın sonraki karesini gösterir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Previous frame</source>
            <translation>Önceki kare</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Show the frame before</source>
            <translation>Önceki kareyi gösterir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>How was this picture made?</source>
            <translation>Bu görüntü nasıl oluştu?</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_actions.py" />
            <source>Every step from the file to the screen</source>
            <translation>Dosyadan ekrana her adım</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_panel.py" />
            <source>Viewer</source>
            <translation>Görüntüleyici</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_panel.py" />
            <source>Viewer tools</source>
            <translation>Görüntüleyici araçları</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_panel.py" />
            <source>Values under the pointer</source>
            <translation>İmlecin altındaki değerler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_panel.py" />
            <source>What the tool waits for</source>
            <translation>Aracın beklediği işlem</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_panel.py" />
            <source>Fram&amp;e</source>
            <translation>Kar&amp;e</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_panel.py" />
            <source>Frame</source>
            <translation>Kare</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_panel.py" />
            <source>Which frame of the file is shown and classified (. next, , before)</source>
            <translation>Dosyanın hangi karesi gösteriliyor ve sınıflandırılıyor (. sonraki, , önceki)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_panel.py" />
            <source>Heat map opacity</source>
            <translation>Isı haritası opaklığı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_panel.py" />
            <source>How strongly the heat map covers the image</source>
            <translation>Isı haritasının görüntüyü ne kadar örttüğü</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_panel.py" />
            <source>Lungs opacity</source>
            <translation>Akciğerlerin opaklığı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_panel.py" />
            <source>How strongly lung fields and opacities cover the image</source>
            <translation>Akciğer alanlarının ve opasitelerin görüntüyü ne kadar örttüğü</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_panel.py" />
            <location filename="../../desktop_app/viewer/window_presets.py" />
            <source>Lungs</source>
            <translation>Akciğerler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_panel.py" />
            <source>From the file</source>
            <translation>Dosyadan</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_panel.py" />
            <source>Measured on this image</source>
            <translation>Bu görüntüde ölçülen</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_panel.py" />
            <source>Heat map on</source>
            <translation>Isı haritası açık</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_panel.py" />
            <source>Heat map off</source>
            <translation>Isı haritası kapalı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_panel.py" />
            <source>Lungs on</source>
            <translation>Akciğerler açık</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_panel.py" />
            <source>Lungs off</source>
            <translation>Akciğerler kapalı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_values.py" />
            <source>row {row}, column {column}</source>
            <translation>satır {row}, sütun {column}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_values.py" />
            <source>{right} right, {down} down {unit}</source>
            <translation>sağa {right}, aşağı {down} {unit}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_values.py" />
            <source>padding, no measurement</source>
            <translation>dolgu, ölçüm değil</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/viewer_values.py" />
            <source>stored {value}</source>
            <translation>saklanan {value}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/window_presets.py" />
            <source>Bones and mediastinum</source>
            <translation>Kemikler ve mediasten</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/window_presets.py" />
            <source>As the file asks</source>
            <translation>Dosyanın istediği gibi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/viewer/window_presets.py" />
            <source>The file's window {number}</source>
            <translation>Dosyanın penceresi {number}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/welcome_page.py" />
            <source>What it does</source>
            <translation>Ne yapar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/welcome_page.py" />
            <source>Hilum opens chest radiographs, measures in them, and says how a model classifies them: how sure it is, where in the image that comes from, and when it should not be asked. It trains models on your own images, tests them across hospitals, and writes reports and DICOM results.</source>
            <translation>Hilum akciğer grafilerini açar, üzerlerinde ölçüm yapar ve bir modelin onları nasıl sınıflandırdığını söyler: ne kadar emin olduğunu, bunun görüntünün neresinden kaynaklandığını ve modele ne zaman sorulmaması gerektiğini. Kendi görüntülerinizle model eğitir, modelleri hastaneler arasında sınar, rapor ve DICOM sonuçları yazar.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/welcome_page.py" />
            <source>What it is not</source>
            <translation>Ne değildir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/welcome_page.py" />
            <source>Hilum is for research use only. It is not a medical device: do not diagnose with it. Models like these can recognise the hospital instead of the disease, and fail in the next one (DeGrave et al. 2021, Roberts et al. 2021, both in Nature Machine Intelligence).</source>
            <translation>Hilum yalnızca araştırma amaçlıdır. Tıbbi cihaz değildir: onunla tanı koymayın. Bu tür modeller hastalık yerine hastaneyi tanıyabilir ve bir sonraki hastanede başarısız olabilir (DeGrave ve ark. 2021, Roberts ve ark. 2021, ikisi de Nature Machine Intelligence dergisinde).</translation>
        </message>
        <message>
            <location filename="../../desktop_app/welcome_page.py" />
            <source>What it keeps</source>
            <translation>Neyi saklar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/welcome_page.py" />
            <source>Nothing leaves this computer unless you set up an archive and send to it. Settings, a worklist, a record of every answer and the models that you train lie in your own user folder; the worklist can be switched off in the settings.</source>
            <translation>Bir arşiv tanımlayıp ona göndermediğiniz sürece bu bilgisayardan hiçbir şey çıkmaz. Ayarlar, iş listesi, her yanıtın yazıldığı kayıt defteri ve eğittiğiniz modeller kendi kullanıcı klasörünüzde durur; iş listesi ayarlardan kapatılabilir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/welcome_page.py" />
            <source>Welcome</source>
            <translation>Hoş geldiniz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/welcome_page.py" />
            <source>Welcome to Hilum</source>
            <translation>Hilum'a hoş geldiniz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/welcome_page.py" />
            <source>Op&amp;en the sample scan</source>
            <translation>Örn&amp;ek görüntüyü aç</translation>
        </message>
        <message>
            <location filename="../../desktop_app/welcome_page.py" />
            <source>&amp;Open files…</source>
            <comment>on the welcome page</comment>
            <translation>Dosya a&amp;ç…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/welcome_page.py" />
            <source>Close</source>
            <comment>on the welcome page</comment>
            <translation>Kapat</translation>
        </message>
        <message>
            <location filename="../../desktop_app/welcome_page.py" />
            <source>Close this page (Esc); Help &gt; Welcome shows it again</source>
            <translation>Bu sayfayı kapatın (Esc); Yardım &gt; Hoş geldiniz ile yeniden açılır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/welcome_page.py" />
            <source>Language</source>
            <translation>Dil</translation>
        </message>
        <message>
            <location filename="../../desktop_app/welcome_page.py" />
            <source>Lan&amp;guage</source>
            <comment>on the welcome page</comment>
            <translation>Aray&amp;üz dili</translation>
        </message>
        <message>
            <location filename="../../desktop_app/welcome_page.py" />
            <source>A workstation for chest radiographs: look, measure, classify.</source>
            <translation>Akciğer grafileri için bir iş istasyonu: bakın, ölçün, sınıflandırın.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/welcome_page.py" />
            <source>Open a real chest radiograph that comes with Hilum</source>
            <translation>Hilum ile gelen gerçek bir akciğer grafisini açın</translation>
        </message>
        <message>
            <location filename="../../desktop_app/welcome_page.py" />
            <source>The sample scan is not installed (package pydicom-data)</source>
            <translation>Örnek görüntü kurulu değil (pydicom-data paketi)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>Classify</source>
            <translation>Sınıflandırma</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>Help</source>
            <translation>Yardım</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>Panels</source>
            <translation>Paneller</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Open files…</source>
            <translation>Dosya &amp;aç…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>Open &amp;folder…</source>
            <translation>Klasö&amp;r aç…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Paste picture or files</source>
            <translation>Resim ya da dosya yapış&amp;tır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Save heat map…</source>
            <translation>&amp;Isı haritasını kaydet…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>Repor&amp;t (PDF)…</source>
            <translation>Ra&amp;por (PDF)…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;DICOM results…</source>
            <translation>&amp;DICOM sonuçları…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>De-&amp;identified copies…</source>
            <translation>Ki&amp;mliksizleştirilmiş kopyalar…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Quit</source>
            <translation>&amp;Çık</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Classify shown scan</source>
            <translation>Gösterilen görüntüyü &amp;sınıflandır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>Classify &amp;all scans</source>
            <translation>&amp;Tüm görüntüleri sınıflandır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>S&amp;top classifying</source>
            <translation>Sınıflandırmayı &amp;durdur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>Copy result as te&amp;xt</source>
            <translation>Sonucu metin olarak &amp;kopyala</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>Compare with pri&amp;or</source>
            <translation>Ö&amp;nceki tetkikle karşılaştır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Models…</source>
            <translation>M&amp;odeller…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>Commission this model &amp;here…</source>
            <translation>Bu modeli &amp;burada devreye al…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>Dr&amp;ift watch…</source>
            <translation>Ka&amp;yma izlemi…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Worklist…</source>
            <translation>İş &amp;listesi…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>Recor&amp;d…</source>
            <translation>Kayıt de&amp;fteri…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Find studies…</source>
            <translation>&amp;Tetkik bul…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <location filename="../../desktop_app/worklist/worklist_window.py" />
            <source>&amp;Send…</source>
            <translation>&amp;Gönder…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>Sending &amp;queue…</source>
            <translation>Gönderim &amp;kuyruğu…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Connections…</source>
            <translation>&amp;Bağlantılar…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>Train a mod&amp;el…</source>
            <translation>&amp;Model eğit…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>Training &amp;pack…</source>
            <translation>Eğitim &amp;paketi…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Settings…</source>
            <translation>&amp;Ayarlar…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Full screen</source>
            <translation>Ta&amp;m ekran</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Reset layout</source>
            <translation>&amp;Yerleşimi sıfırla</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Keyboard and mouse</source>
            <translation>&amp;Klavye ve fare</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Welcome…</source>
            <translation>&amp;Hoş geldiniz…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>Open &amp;data folder</source>
            <translation>&amp;Veri klasörünü aç</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>Open &amp;log folder</source>
            <translation>&amp;Günlük klasörünü aç</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Collect diagnostics…</source>
            <translation>&amp;Tanılama bilgilerini topla…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;About Hilum</source>
            <translation>Hilum h&amp;akkında</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>Open &amp;recent</source>
            <translation>So&amp;n açılanlar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Clear this list</source>
            <translation>&amp;Listeyi temizle</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;File</source>
            <translation>&amp;Dosya</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;View</source>
            <translation>&amp;Görünüm</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Tools</source>
            <translation>A&amp;raçlar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Archive</source>
            <translation>&amp;Arşiv</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Window</source>
            <translation>&amp;Pencere</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Help</source>
            <translation>&amp;Yardım</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Dark</source>
            <translation>&amp;Koyu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;Light</source>
            <translation>&amp;Açık</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>&amp;As the desktop</source>
            <translation>&amp;Masaüstü gibi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_actions.py" />
            <source>Nothing opened yet</source>
            <translation>Henüz bir şey açılmadı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_commands.py" />
            <source>Scans that are open keep the answers of the model before until they are classified again (Ctrl+R, all of them Ctrl+Shift+R).</source>
            <translation>Açık görüntüler, yeniden sınıflandırılana kadar önceki modelin yanıtlarını korur (Ctrl+R, tümü için Ctrl+Shift+R).</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_commands.py" />
            <source>Open scans</source>
            <comment>title of a dialog</comment>
            <translation>Görüntü aç</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_commands.py" />
            <source>Open folder</source>
            <translation>Klasör aç</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_commands.py" />
            <source>Result copied.</source>
            <translation>Sonuç kopyalandı.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_commands.py" />
            <source>Save heat map</source>
            <translation>Isı haritasını kaydet</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_commands.py" />
            <source>PNG picture (*.png)</source>
            <translation>PNG resmi (*.png)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_commands.py" />
            <source>The model is not loaded.</source>
            <translation>Model yüklü değil.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_commands.py" />
            <source>There is neither a picture nor a file on the clipboard.</source>
            <translation>Panoda ne resim ne de dosya var.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_commands.py" />
            <source>Scans that are open keep the answers given before until they are classified again (Ctrl+R, all of them Ctrl+Shift+R).</source>
            <translation>Açık görüntüler, yeniden sınıflandırılana kadar önceden verilen yanıtları korur (Ctrl+R, tümü için Ctrl+Shift+R).</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_commands.py" />
            <source>Model: {title}, {name} {version}. {origin} {limits}</source>
            <translation>Model: {title}, {name} {version}. {origin} {limits}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_commands.py" />
            <source>Heat map saved as {name}.</source>
            <translation>Isı haritası {name} adıyla kaydedildi.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_commands.py" />
            <source>The error level chosen is {level} from now on.</source>
            <translation>Seçilen hata düzeyi bundan böyle {level}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_parts.py" />
            <source>Drop files or folders to open them</source>
            <translation>Açmak için dosya ya da klasör bırakın</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_parts.py" />
            <source>Stop</source>
            <translation>Durdur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_parts.py" />
            <source>Stop classifying (Ctrl+.)</source>
            <translation>Sınıflandırmayı durdurur (Ctrl+.)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/window_parts.py" />
            <source>{what} {done} of {total}</source>
            <translation>{what} {done}/{total}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>+ positive</source>
            <translation>+ pozitif</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>− negative</source>
            <translation>− negatif</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>? undetermined</source>
            <translation>? belirsiz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>no scan to classify</source>
            <translation>sınıflandırılmaz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>passed</source>
            <translation>geçti</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>warning</source>
            <translation>uyarı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>sent</source>
            <translation>gönderildi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>kept there</source>
            <translation>saklandı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>Name and ID as the file states them</source>
            <translation>Dosyada yazdığı gibi ad ve hasta no</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>Date and description of the examination</source>
            <translation>İncelemenin tarihi ve açıklaması</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>Modality and projection</source>
            <translation>Modalite ve projeksiyon</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>What the model answered: + positive, − negative, ? undetermined</source>
            <translation>Modelin yanıtı: + pozitif, − negatif, ? belirsiz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>Of the model's positive class, where it may be shown</source>
            <translation>Gösterilebildiği yerde, modelin pozitif sınıfının olasılığı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>Gate</source>
            <comment>heading of a narrow column</comment>
            <translation>Denetim</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>Whether the model may judge the scan</source>
            <translation>Modelin görüntüyü değerlendirip değerlendiremeyeceği</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>Which model answered, and its version</source>
            <translation>Yanıt veren model ve sürümü</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>What a person said before the answer was shown</source>
            <translation>Yanıt gösterilmeden önce kullanıcının söylediği</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>Whether a report was written</source>
            <translation>Rapor yazılıp yazılmadığı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>Sent</source>
            <translation>Gönderim</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>Whether results went to an archive, and to which</source>
            <translation>Sonuçların bir arşive, hangi arşive gönderildiği</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>When it came onto the worklist, in this computer's time zone</source>
            <translation>İş listesine eklendiği an, bu bilgisayarın saat dilimiyle</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>Open it and say what you see; then the answer is shown.</source>
            <translation>Açın ve ne gördüğünüzü söyleyin; yanıt sonra gösterilir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/cells.py" />
            <source>written</source>
            <translation>yazıldı</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/filter_bar.py" />
            <source>+ Positive</source>
            <translation>+ Pozitif</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/filter_bar.py" />
            <source>Only scans that the model answered positive</source>
            <translation>Yalnızca modelin pozitif yanıtladığı görüntüler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/filter_bar.py" />
            <source>− Negative</source>
            <translation>− Negatif</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/filter_bar.py" />
            <source>Only scans that the model answered negative</source>
            <translation>Yalnızca modelin negatif yanıtladığı görüntüler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/filter_bar.py" />
            <source>? Undetermined</source>
            <translation>? Belirsiz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/filter_bar.py" />
            <source>Only scans without a plain answer</source>
            <translation>Yalnızca kesin yanıtı olmayan görüntüler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/filter_bar.py" />
            <source>× Not judged</source>
            <translation>× Değerlendirilmedi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/filter_bar.py" />
            <source>Only scans that the gate refused</source>
            <translation>Yalnızca giriş denetiminin reddettiği görüntüler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/filter_bar.py" />
            <source>Waiting</source>
            <translation>Bekleyen</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/filter_bar.py" />
            <source>Only scans that wait to be classified</source>
            <translation>Yalnızca sınıflandırılmayı bekleyen görüntüler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/filter_bar.py" />
            <source>Failed</source>
            <translation>Başarısız</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/filter_bar.py" />
            <source>Only scans that could not be read</source>
            <translation>Yalnızca okunamayan görüntüler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/filter_bar.py" />
            <source>Received</source>
            <translation>Alınan</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/filter_bar.py" />
            <source>Only scans that another computer sent</source>
            <translation>Yalnızca başka bir bilgisayarın gönderdiği görüntüler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/filter_bar.py" />
            <source>Search patient, ID, accession, study, file</source>
            <translation>Hasta, hasta no, erişim no, tetkik, dosya ara</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/filter_bar.py" />
            <source>Search</source>
            <translation>Ara</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/filter_bar.py" />
            <source>Each word must occur somewhere; capitals and accents do not matter</source>
            <translation>Her sözcük bir yerde geçmelidir; büyük-küçük harf ve aksan fark etmez</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/filter_bar.py" />
            <source>Group by study</source>
            <translation>Tetkike göre grupla</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/filter_bar.py" />
            <source>Put the scans of a study together</source>
            <translation>Bir tetkikin görüntülerini yan yana getir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/filter_bar.py" />
            <source>{count} of {total} scans</source>
            <translation>{count} / {total} görüntü</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/retention_dialog.py" />
            <source>How long scans stay</source>
            <translation>Görüntülerin kalma süresi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/retention_dialog.py" />
            <source>For ever</source>
            <translation>Süresiz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/retention_dialog.py" />
            <source> days</source>
            <translation> gün</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/retention_dialog.py" />
            <source>Scans that were added longer ago are taken off the worklist</source>
            <translation>Daha önce eklenmiş görüntüler iş listesinden çıkarılır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/retention_dialog.py" />
            <source>Any number</source>
            <translation>Sınırsız sayıda</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/retention_dialog.py" />
            <source> newest</source>
            <translation> görüntü (en yenileri)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/retention_dialog.py" />
            <source>Older scans than these are taken off the worklist</source>
            <translation>Bunlardan eski görüntüler iş listesinden çıkarılır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/retention_dialog.py" />
            <source>Delete the files of received scans with them</source>
            <translation>Alınan görüntülerin dosyalarını da sil</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/retention_dialog.py" />
            <source>Only files that Hilum received itself; files elsewhere are never deleted</source>
            <translation>Yalnızca Hilum'un kendisinin aldığı dosyalar; başka yerlerdeki dosyalar asla silinmez</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/retention_dialog.py" />
            <source>A scan that waits for its answer or for being sent always stays. What was answered remains in the record.</source>
            <translation>Yanıtını veya gönderilmeyi bekleyen görüntü her zaman kalır. Verilen yanıtlar kayıt defterinde kalır.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/retention_dialog.py" />
            <source>&amp;Keep scans</source>
            <translation>&amp;Saklama süresi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/retention_dialog.py" />
            <source>Keep at &amp;most</source>
            <translation>En &amp;çok sakla</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/worklist_table.py" />
            <source>{tip}
Click to sort by it</source>
            <translation>{tip}
Buna göre sıralamak için tıklayın</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/worklist_window.py" />
            <source>Worklist</source>
            <translation>İş listesi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/worklist_window.py" />
            <source>Scans on the worklist</source>
            <translation>İş listesindeki görüntüler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/worklist_window.py" />
            <source>Show the selected scans in the viewer (Enter)</source>
            <translation>Seçilen görüntüleri görüntüleyicide göster (Enter)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/worklist_window.py" />
            <source>&amp;Classify</source>
            <translation>&amp;Sınıflandır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/worklist_window.py" />
            <source>Classify the selected scans, also again</source>
            <translation>Seçilen görüntüleri sınıflandır, gerekirse yeniden</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/worklist_window.py" />
            <source>&amp;Report…</source>
            <translation>&amp;Rapor…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/worklist_window.py" />
            <source>Write a report about the selected scans</source>
            <translation>Seçilen görüntüler hakkında rapor yaz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/worklist_window.py" />
            <source>Send results of the selected scans to an archive</source>
            <translation>Seçilen görüntülerin sonuçlarını bir arşive gönder</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/worklist_window.py" />
            <source>Export list…</source>
            <translation>Listeyi dışa aktar…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/worklist_window.py" />
            <source>Write a table of scans for statistics</source>
            <translation>İstatistik için görüntülerin tablosunu yaz</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/worklist_window.py" />
            <source>Take the selected scans off the worklist (Delete)</source>
            <translation>Seçilen görüntüleri iş listesinden çıkar (Delete)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/worklist_window.py" />
            <source>&amp;Keep for…</source>
            <translation>Saklama s&amp;üresi…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/worklist_window.py" />
            <source>How long scans stay on the worklist</source>
            <translation>Görüntülerin iş listesinde kalma süresi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/worklist_window.py" />
            <source>Show &amp;all scans</source>
            <translation>&amp;Tüm görüntüleri göster</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/worklist_window.py" />
            <source>Take every restriction away</source>
            <translation>Tüm kısıtlamaları kaldır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/worklist_window.py" />
            <source>Nothing is on the worklist yet.
Scans that you open or receive appear here.</source>
            <translation>İş listesi henüz boş.
Açtığınız veya aldığınız görüntüler burada görünür.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/worklist_window.py" />
            <source>No scan on the worklist fits.</source>
            <translation>İş listesinde uygun görüntü yok.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/worklist_window.py" />
            <source>Export selected…</source>
            <translation>Seçileni dışa aktar…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist/worklist_window.py" />
            <source>{count} selected</source>
            <translation>{count} seçili</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist_commands.py" />
            <source>Export the worklist</source>
            <translation>İş listesini dışa aktar</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist_commands.py" />
            <source>Is the table to name patients?</source>
            <translation>Tabloda hasta adları bulunsun mu?</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist_commands.py" />
            <source>Without names there are no patients, files, numbers or exact dates in it, and it may be handed on for statistics.</source>
            <translation>Adsız tabloda hasta, dosya, numara veya kesin tarih bulunmaz; istatistik için başkalarına verilebilir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist_commands.py" />
            <source>With&amp;out names</source>
            <translation>Ad&amp;sız</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist_commands.py" />
            <source>&amp;With names</source>
            <translation>&amp;Adlarla</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist_commands.py" />
            <source>Remove from the worklist</source>
            <translation>İş listesinden kaldır</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist_commands.py" />
            <source>Files that Hilum did not receive itself stay where they are, and so does the record.</source>
            <translation>Hilum'un kendisinin almadığı dosyalar ve kayıt defteri olduğu yerde kalır.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist_commands.py" />
            <source>Take this scan off the worklist?</source>
            <translation>Bu görüntü iş listesinden çıkarılsın mı?</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist_commands.py" />
            <source>Also delete the received file</source>
            <translation>Alınan dosyayı da sil</translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/worklist_commands.py" />
            <source>{count} scans are in {name}.</source>
            <translation>
                <numerusform>{count} görüntü {name} dosyasına yazıldı.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/worklist_commands.py" />
            <source>{count} received files deleted.</source>
            <translation>
                <numerusform>Alınan {count} dosya silindi.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../desktop_app/worklist_commands.py" />
            <source>{count} are still on the disk.</source>
            <translation>
                <numerusform>{count} dosya hâlâ diskte.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist_commands.py" />
            <source>Take these {count} scans off the worklist?</source>
            <translation>Bu {count} görüntü iş listesinden çıkarılsın mı?</translation>
        </message>
        <message>
            <location filename="../../desktop_app/worklist_commands.py" />
            <source>Also delete {count} received files</source>
            <translation>Alınan {count} dosyayı da sil</translation>
        </message>
    </context>
</TS>
